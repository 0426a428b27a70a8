package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.play.Playable;
import io.tillflow.studio.play.Plays;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page says before, while and after a model is deployed. */
class ProofPagesIT extends ProofsStudio {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(90_000);

    @Autowired
    private Plays plays;

    /** Somebody else's play takes the only seat until the page has said so. */
    @Test
    void aDeploymentThatOthersPlayBeforeWaitsAndIsNotRed() throws Exception {
        CountDownLatch seated = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ModelFile other = ModelFile.of(LETTER, letter());
        Thread play = Thread.ofVirtual().start(() -> {
            boolean over = plays.on(Playable.of(other), List.of(), engine -> {
                seated.countDown();
                return wait(done);
            });
            assertThat(over).isTrue();
        });
        assertThat(seated.await(90, TimeUnit.SECONDS)).isTrue();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = deploying(look);
            Locator note = page.locator(".proof");
            PlaywrightAssertions.assertThat(note).containsText("waits for its turn", PATIENTLY);
            PlaywrightAssertions.assertThat(note).not().hasClass(Pattern.compile(".*incident.*"));
            look.picture("waits");
            done.countDown();
            PlaywrightAssertions.assertThat(note).containsText("2 scenarios went", PATIENTLY);
        } finally {
            done.countDown();
            play.join(Duration.ofSeconds(30));
        }
    }

    private static Page deploying(PageLook look) {
        look.signIn("admin", "correct-horse");
        look.open("/models/account-letter");
        Page page = look.page();
        page.locator("tf-bpmn-editor button").first().waitFor();
        page.locator(".ver .btn.pri").click();
        return page;
    }

    /** Somebody else holds what the end of a deployment writes. */
    @Test
    void goesLiveBesideThePageWhichStaysUsable() throws Exception {
        put(letter());
        try (PageLook look = new PageLook("http://127.0.0.1:" + port);
                Connection other = DriverManager.getConnection(TestDatabase.url(), "postgres", "");
                Statement statement = other.createStatement()) {
            Page page = deploying(look);
            Locator dialog = page.locator(".deploy-body");
            PlaywrightAssertions.assertThat(dialog).containsText("All 2 scenarios went", PATIENTLY);
            other.setAutoCommit(false);
            statement.execute("lock table studio.model_proof in exclusive mode");
            page.locator("vaadin-dialog vaadin-button[theme~=primary]").last().click();
            PlaywrightAssertions.assertThat(dialog).containsText("It goes into the engine", PATIENTLY);
            page.getByText("Close", new Page.GetByTextOptions().setExact(true)).click();
            page.waitForCondition(() -> page.locator("vaadin-dialog[opened]").count() == 0);
            other.rollback();
            PlaywrightAssertions.assertThat(
                            page.locator("vaadin-notification-card").last())
                    .containsText("is live", PATIENTLY);
        }
    }

    private static boolean wait(CountDownLatch done) {
        try {
            return done.await(3, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** While the dialog stands open a scenario changes, and then somebody saves the model. */
    @Test
    void whatWasGreenHoldsOnlyUntilSomethingChanges() {
        put(letter());
        String scenarios = "/api/v1/models/account-letter/scenarios";
        var scenario = json.readTree(new Http(port).get(scenarios, CLI).body())
                .properties()
                .iterator()
                .next();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = deploying(look);
            Locator dialog = page.locator(".deploy-body");
            PlaywrightAssertions.assertThat(dialog).containsText("All 2 scenarios went", PATIENTLY);

            String changed = scenario.getValue().asString() + "\n# read again on " + System.nanoTime() + "\n";
            assertThat(new Http(port)
                            .put(scenarios + "/" + scenario.getKey(), changed, CLI)
                            .statusCode())
                    .isEqualTo(200);
            PlaywrightAssertions.assertThat(dialog).containsText("has changed since", PATIENTLY);
            PlaywrightAssertions.assertThat(page.getByText("Deploy", new Page.GetByTextOptions().setExact(true))
                            .last())
                    .isHidden();
            assertThat(look.axe()).isEmpty();
            look.picture("expired");
            page.getByText("Play again").click();
            PlaywrightAssertions.assertThat(dialog).containsText("All 2 scenarios went", PATIENTLY);

            put(broken());
            PlaywrightAssertions.assertThat(dialog).containsText("saved version " + versions(), PATIENTLY);
            page.getByText("See both").click();
            PlaywrightAssertions.assertThat(page.locator("vaadin-dialog").last())
                    .containsText("saved version " + versions() + " meanwhile", PATIENTLY);
        }
    }

    @Test
    void thePageShowsHowFarItIsAndWhatDiffersAndAsksAgain() {
        put(broken());
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            Page page = deploying(look);
            Locator note = page.locator(".proof");
            PlaywrightAssertions.assertThat(note).containsText("1 of 2 scenarios went otherwise", PATIENTLY);
            PlaywrightAssertions.assertThat(
                            page.locator(".deploy-body .finding").last())
                    .containsText("A letter whose link no longer works");
            assertThat(look.axe()).isEmpty();
            look.picture("red");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Deploy anyway"))
                    .click();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> jdbc.sql("select count(*) from studio.model_proof where red = 1")
                                    .query(Integer.class)
                                    .single()
                            == 1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Versions"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator(".version-row").first())
                    .containsText("1 of 2 scenarios red, deployed anyway by admin", PATIENTLY);
            look.picture("versions");
        }
    }

    /** Who sent the same file again has changed nothing, and whose time is another's has not done it. */
    @Test
    void saysSinceWhenAndByWhomAVersionIsLive() {
        deploy("", LETTER, letter(), 200);
        jdbc.sql("update studio.model_proof set author = 'ana' where model_id = 'account-letter'")
                .update();
        deploy("", LETTER, letter(), 200);
        jdbc.sql("""
                        insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, deployed_at)
                        select 77, 'account-letter', 1, :file, source, (select deployed_at from studio.model_proof where model_id = 'account-letter')
                        from studio.model_version where model_id = 'account-letter' order by version desc limit 1""").param("file", LETTER).update();
        try (PageLook look = new PageLook("http://127.0.0.1:" + port)) {
            look.signIn("admin", "correct-horse");
            look.open("/models/account-letter");
            Locator bar = look.page().locator(".ver");
            PlaywrightAssertions.assertThat(bar).containsText("by ana", PATIENTLY);
            jdbc.sql("update history.process_definition set deployed_at = '2026-03-02T12:00:00Z' where key = 77")
                    .update();
            look.open("/models/account-letter");
            PlaywrightAssertions.assertThat(bar).containsText("since", PATIENTLY);
            PlaywrightAssertions.assertThat(bar).not().containsText("by ana");
        } finally {
            jdbc.sql("delete from history.process_definition where key = 77").update();
        }
    }
}
