package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A whole project leaves as one zip and comes back, from the page of models. */
class ProjectIT extends HistoryStudio {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(90_000);
    private static final String LETTER = "account-letter.bpmn";

    @Autowired
    private DataSource studio;

    /** The zip with one more sentence in a model. */
    private static byte[] changed(Download download) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(download.path()));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((entry.getName().equals(LETTER)
                                ? text.replaceFirst(
                                        "name=\"Letter (sent|gone \\d+)\"",
                                        "name=\"Letter gone " + System.nanoTime() + "\"")
                                : text)
                        .getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void leavesAndComesBackAndSaysOfEachFileWhatBecameOfIt() throws IOException {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port())) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models");
            page.getByText("Project", new Page.GetByTextOptions().setExact(true))
                    .click();
            Download download = page.waitForDownload(
                    () -> page.getByText("Download everything").click());
            byte[] changed = changed(download);

            Locator dialog = bringIn(page, "project.zip", changed);
            PlaywrightAssertions.assertThat(dialog).containsText("1 saved", PATIENTLY);
            PlaywrightAssertions.assertThat(dialog).containsText("0 left alone");
            PlaywrightAssertions.assertThat(dialog).containsText(LETTER);
            assertThat(look.axe()).isEmpty();
            look.picture("project");
            page.getByText("Close", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(get("/api/v1/models/account-letter/versions").toString()).contains("From project.zip");

            Locator again = bringIn(page, "project.zip", changed(download));
            PlaywrightAssertions.assertThat(again).containsText("1 left alone", PATIENTLY);
            PlaywrightAssertions.assertThat(again).containsText("pull, merge, push again");
            page.getByText("Close", new Page.GetByTextOptions().setExact(true)).click();

            bringIn(page, "words.zip", "no zip".getBytes(StandardCharsets.UTF_8));
            PlaywrightAssertions.assertThat(page.locator("vaadin-dialog").last())
                    .containsText("There is no model in it", PATIENTLY);
        }
    }

    @Test
    void comesInBesideThePageWhichStaysUsable() throws Exception {
        try (PageLook look = new PageLook("http://127.0.0.1:" + port());
                Connection another = studio.getConnection();
                Statement statement = another.createStatement()) {
            Page page = look.page();
            look.signIn("admin", "correct-horse");
            look.open("/models");
            page.getByText("Project", new Page.GetByTextOptions().setExact(true))
                    .click();
            byte[] changed = changed(page.waitForDownload(
                    () -> page.getByText("Download everything").click()));
            another.setAutoCommit(false);
            statement.execute("lock table studio.model_version in exclusive mode");

            Locator files = bringIn(page, "slow.zip", changed);
            PlaywrightAssertions.assertThat(files).hasAttribute("aria-busy", "true");
            page.getByText("Close", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForCondition(() -> page.locator("vaadin-dialog[opened]").count() == 0);

            another.rollback();
            page.locator("vaadin-notification-card")
                    .filter(new Locator.FilterOptions().setHasText("1 saved"))
                    .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        }
    }

    private static Locator bringIn(Page page, String name, byte[] zip) {
        page.getByText("Project", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Bring in a zip").click();
        page.locator("vaadin-upload input[type=file]")
                .last()
                .setInputFiles(new FilePayload(name, "application/zip", zip));
        return page.locator(".project-files").last();
    }
}
