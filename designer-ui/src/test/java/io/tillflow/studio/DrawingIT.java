package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tillflow.testkit.Browsing;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People who draw, in their browsers: without a connection, two at a time, on what somebody deletes. */
class DrawingIT extends HistoryStudio {
    private static final String EDITOR = "document.querySelector('tf-bpmn-editor')";

    @LocalServerPort
    private int port;

    private final Browsing browsing = new Browsing();

    @BeforeEach
    void anotherAnalyst() {
        jdbc.sql("""
                        insert into studio.app_user (name, password_hash, roles, created_at)
                        select 'mara', password_hash, array['ANALYST'], now() from studio.app_user where name = 'admin'
                        on conflict do nothing""").update();
        jdbc.sql("delete from studio.model_draft").update();
    }

    @AfterEach
    void close() {
        browsing.close();
    }

    @Test
    void whatWasDrawnWithoutAConnectionIsOfferedToItsAuthorAndToNobodyElse() {
        Page page = browsing.window(1440, 900);
        BrowserContext browser = page.context();
        signIn(page, "admin");
        open(page, "return-request");
        browser.setOffline(true);
        rename(page, "create-return-label", "Print a label");
        waitUntilKept(page, "Print a label", true);
        page.close();
        browser.setOffline(false);

        browser.clearCookies();
        Page hers = browser.newPage();
        signIn(hers, "mara");
        open(hers, "return-request");
        assertThat(hers.evaluate("() => " + EDITOR + ".remembered()")).isNull();
        hers.close();

        browser.clearCookies();
        Page again = browser.newPage();
        signIn(again, "admin");
        open(again, "return-request");
        assertThat(nameOf(again, "create-return-label")).isNotEqualTo("Print a label");
        button(again, "Go on with it").click();
        again.waitForFunction(
                "() => " + EDITOR
                        + ".modeler?.get('elementRegistry').get('create-return-label')?.businessObject.name === 'Print a label'");
        assertThat(draft("return-request")).contains("Print a label");
        assertThat(again.evaluate("() => " + EDITOR + ".remembered()")).isNull();

        rename(again, "create-return-label", "Print two labels");
        waitUntilKept(again, "Print two labels", true);
        waitUntilKept(again, "Print two labels", false);
        assertThat(draft("return-request")).contains("Print two labels");
    }

    @Test
    void whatEqualsItsVersionIsNoDraft() {
        String tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        String model = "saved-" + tag;
        read(post("/api/v1/templates/return-request/models", "{\"name\": \"Saved " + tag + "\"}"), 201);
        Page page = browsing.window(1440, 900);
        signIn(page, "mara");
        open(page, model);
        rename(page, "create-return-label", "Print a label");
        life(page, "kept for you").waitFor();
        button(page, "Save version").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .first()
                .click();
        life(page, "Version 2").waitFor();

        // as when somebody touches the drawing, and it comes out as it was saved
        page.evaluate("() => " + EDITOR + ".changed()");
        life(page, "drawing").waitFor();
        life(page, "Version 2").waitFor();
        assertThat(page.locator(".ver .steps2").textContent()).doesNotContain("kept for you");
        assertThat(jdbc.sql("select count(*) from studio.model_draft where model_id = :model")
                        .param("model", model)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(get("/api/v1/models/" + model + "/presence")
                        .at("/windows/0/unsaved")
                        .asBoolean())
                .isFalse();

        // a dialog lets nothing through that is drawn behind it
        rename(page, "create-return-label", "Print it at once");
        button(page, "Save version").click();
        life(page, "kept for you").waitFor();
    }

    @Test
    void twoPeopleOnOneModelSeeEachOtherAndSoDoOnesOwnWindows() {
        Page mine = browsing.window(1440, 900);
        signIn(mine, "admin");
        open(mine, "return-request");
        Page hers = browsing.window(1440, 900);
        signIn(hers, "mara");
        open(hers, "return-request");
        mate(mine, "mara: here since").waitFor();
        mate(hers, "admin: here since").waitFor();
        rename(hers, "create-return-label", "Print a label");
        mate(mine, "with unsaved changes").waitFor();
        assertThat(get("/api/v1/models/return-request/presence").path("windows").findValuesAsString("name"))
                .containsExactly("admin", "mara");

        Page second = mine.context().newPage();
        open(second, "return-request");
        mate(mine, "You, in another window").waitFor();
        mate(hers, "admin: here since").nth(1).waitFor();

        hers.close();
        // as if more than half a minute had gone by without a sign of life
        jdbc.sql("update studio.model_window set seen_at = seen_at - interval '40 seconds' where person = 'mara'")
                .update();
        assertThat(get("/api/v1/models/return-request/presence").path("windows").findValuesAsString("name"))
                .containsExactly("admin", "admin");
        mine.waitForFunction("() => !document.querySelector('.company').textContent.includes('mara')");
        second.navigate("about:blank");
        mine.waitForFunction("() => document.querySelector('.company').textContent === ''");
    }

    @Test
    void whoDrawsHearsAtOnceThatTheModelWasDeletedAndKeepsTheWork() {
        String tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        String model = "bring-back-" + tag;
        read(post("/api/v1/templates/return-request/models", "{\"name\": \"Bring back " + tag + "\"}"), 201);
        Page page = browsing.window(1440, 900);
        signIn(page, "mara");
        open(page, model);
        rename(page, "create-return-label", "Print a label");

        assertThat(http().delete("/api/v1/models/" + model, CLI).statusCode()).isEqualTo(204);
        page.getByText("deleted this model").first().waitFor();
        button(page, "Save as a new model").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("input").fill("Kept " + tag);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        page.waitForURL(url -> url.endsWith("/models/kept-" + tag));
        String saved = http().get("/api/v1/models/kept-" + tag, CLI).body();
        assertThat(saved).contains("Print a label", "<bpmn:process id=\"kept-" + tag + "\"");
    }

    @Test
    void whatAPlayBeganWithIsSavedAndChosenAgain() {
        jdbc.sql("delete from studio.model_start").update();
        Page page = browsing.window(1440, 900);
        signIn(page, "mara");
        page.navigate("http://127.0.0.1:" + port + "/models/return-request/play");
        page.locator(".begin textarea").fill("{\"request\": {\"id\": \"r7\", \"items\": 7}}");
        button(page, "Save this data").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("input").fill("Seven things");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        page.getByText("Saved: Seven things").first().waitFor();
        page.reload();
        page.waitForFunction("() => document.querySelector('.begin textarea')?.value.includes('7')");
        assertThat(page.locator(".begin input").inputValue()).isEqualTo("Saved data: Seven things");
        button(page, "Remove saved data").click();
        page.getByText("Removed: Seven things").first().waitFor();
        assertThat(get("/api/v1/models/return-request/starts").path("starts")).isEmpty();
    }

    @Test
    void decisionsAndFormsAreKeptTheSameWay() {
        Page page = browsing.window(1440, 900);
        signIn(page, "admin");
        BrowserContext browser = page.context();
        keepsOffline(browser, "order-risk", "tf-dmn-editor", """
                e => { const view = e.modeler?.getActiveViewer()?.get('modeling', false);
                       if (view?.editHitPolicy) view.editHitPolicy('ANY'); return Boolean(view?.editHitPolicy); }""", "hitPolicy=\"ANY\"");
        keepsOffline(browser, "review-order", "tf-form-editor", """
                e => { const fields = e.editor?.get('formFieldRegistry').getAll().filter(it => it.label);
                       if (fields?.length) e.editor.get('modeling').editFormField(fields[0], 'label', 'Looked at');
                       return Boolean(fields?.length); }""", "Looked at");
    }

    private void keepsOffline(BrowserContext browser, String model, String editor, String change, String sign) {
        Page page = browser.newPage();
        page.navigate("http://127.0.0.1:" + port + "/models/" + model);
        page.waitForFunction("editor => document.querySelector(editor)?.whose !== undefined", editor);
        page.evaluate("editor => document.querySelector(editor).ready()", editor);
        browser.setOffline(true);
        assertThat(page.evaluate("editor => (" + change + ")(document.querySelector(editor))", editor))
                .isEqualTo(true);
        waitUntilKept(page, sign, true);
        page.close();
        browser.setOffline(false);
        Page again = browser.newPage();
        again.navigate("http://127.0.0.1:" + port + "/models/" + model);
        button(again, "Go on with it").click();
        again.getByText("kept for you").first().waitFor();
        assertThat(draft(model)).contains(sign);
        again.close();
    }

    /** Asks again and again, as a page's own waiting takes a promise for a yes. */
    private static void waitUntilKept(Page page, String sign, boolean kept) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> page.evaluate("""
                        sign => new Promise(done => {
                          const open = indexedDB.open('tillflow-designer');
                          open.onsuccess = () => {
                            const all = open.result.transaction('kept').objectStore('kept').getAll();
                            all.onsuccess = () => { open.result.close(); done(all.result.some(it => it.source.includes(sign))); };
                          };
                        })""", sign).equals(kept));
    }

    private String draft(String model) {
        return jdbc.sql("select source from studio.model_draft where model_id = :model and author = 'admin'")
                .param("model", model)
                .query(String.class)
                .single();
    }

    private static Locator life(Page page, String words) {
        return page.locator(".ver .steps2").filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator mate(Page page, String words) {
        return page.locator(".mate").filter(new Locator.FilterOptions().setHasText(words));
    }

    private void signIn(Page page, String name) {
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill("correct-horse");
        page.locator("vaadin-button[slot=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    private void open(Page page, String model) {
        page.navigate("http://127.0.0.1:" + port + "/models/" + model);
        page.waitForFunction("() => " + EDITOR + "?.modeler?.get('elementRegistry').getAll().length > 10");
    }

    private static void rename(Page page, String element, String name) {
        page.evaluate(
                "([id, name]) => { const m = " + EDITOR
                        + ".modeler; m.get('modeling').updateProperties(m.get('elementRegistry').get(id), { name }); }",
                new String[] {element, name});
    }

    private static Object nameOf(Page page, String element) {
        return page.evaluate(
                "id => " + EDITOR + ".modeler.get('elementRegistry').get(id).businessObject.name", element);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
