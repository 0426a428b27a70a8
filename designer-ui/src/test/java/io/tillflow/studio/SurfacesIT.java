package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What helps on the drawing surfaces: a form as a person will see it, one click that mends, two drawings beside each other. */
class SurfacesIT extends HistoryStudio {
    private static final String EDITOR = "document.querySelector('tf-bpmn-editor')";
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

    private String model = "";
    private PageLook look;
    private Page page;

    @BeforeEach
    void open() {
        jdbc.sql("delete from studio.model_draft").update();
        look = new PageLook("http://127.0.0.1:" + port());
        page = look.page();
        look.signIn("admin", "correct-horse");
    }

    @AfterEach
    void close() {
        look.close();
    }

    @Test
    void aFormIsSeenAsAPersonWillSeeIt() {
        look.open("/models/collect-payment");
        button("Preview").click();
        Locator sheet = page.locator(".form-sheet");
        sheet.locator("input, textarea, select").first().waitFor();
        assertThat(page.locator(".form-stage").isVisible()).isFalse();
        sheet.locator("input[type=text], textarea").first().fill("Rang the bell twice");
        PlaywrightAssertions.assertThat(page.locator(".form-answers pre")).containsText("Rang the bell twice");
        assertThat(look.axe()).isEmpty();
        look.picture("preview");
        button("Edit").click();
        page.locator(".form-stage .fjs-form-editor, .form-stage .fjs-editor-container")
                .first()
                .waitFor();
        assertThat(jdbc.sql("select count(*) from studio.model_draft")
                        .query(Integer.class)
                        .single())
                .as("who only looks changes nothing")
                .isZero();
    }

    @Test
    void aLongAnswerIsReadWholeOnAPhone() {
        look.open("/models/approve-purchase");
        page.setViewportSize(390, 844);
        button("Preview").click();
        Locator answer = page.locator(".form-sheet label")
                .filter(new Locator.FilterOptions().setHasText("Order nothing; the schedule brings it up again"))
                .last();
        answer.waitFor();
        page.waitForCondition(() -> answer.evaluate("it => it.scrollWidth <= it.clientWidth && it.clientWidth > 200")
                .equals(true));
    }

    @Test
    void aProblemIsMendedWithOneClickAndUndoGoesBackOverASave() {
        openACopy();
        String flow = (String) page.evaluate("() => " + registry() + ".find(it => it.businessObject.conditionExpression"
                + " && it.type === 'bpmn:SequenceFlow').id");
        String condition = condition(flow);
        page.evaluate(
                "([id, body]) => { const m = " + EDITOR + ".modeler; const flow = m.get('elementRegistry').get(id);"
                        + " m.get('modeling').updateModdleProperties(flow, flow.businessObject.conditionExpression, { body }); }",
                new String[] {flow, condition.substring(1)});
        button("Begin with =").click();
        page.waitForCondition(() -> condition(flow).equals(condition));
        button("Begin with =")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));

        rename("create-return-label", "Print a label");
        saveVersion();
        PlaywrightAssertions.assertThat(page.locator(".steps2")).containsText("Version 2", PATIENTLY);
        page.locator("button[aria-label=Undo]").click();
        page.waitForCondition(() -> !name("create-return-label").equals("Print a label"));
        PlaywrightAssertions.assertThat(page.locator(".steps2")).containsText("kept for you", PATIENTLY);
    }

    @Test
    void whatAStepIsGoesAlongToAnotherDrawing() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        openACopy();
        page.evaluate(
                "() => { const m = " + EDITOR + ".modeler;"
                        + " m.get('selection').select(m.get('elementRegistry').get('create-return-label')); m.get('canvas').focus(); }");
        page.keyboard().press("Control+c");
        String type = (String) page.evaluate("() => " + jobType("create-return-label"));
        page.waitForCondition(() -> Boolean.TRUE.equals(
                page.evaluate("async type => (await navigator.clipboard.readText()).includes(type)", type)));

        openACopyOf("account-letter");
        int before = count();
        page.evaluate("() => " + EDITOR + ".modeler.get('canvas').focus()");
        Locator canvas = page.locator(".drawing .djs-container");
        canvas.hover();
        page.keyboard().press("Control+v");
        page.waitForFunction("() => " + EDITOR + ".modeler.get('dragging').context()");
        canvas.hover(new Locator.HoverOptions().setPosition(300, 60));
        canvas.click(new Locator.ClickOptions().setPosition(320, 60));
        page.waitForCondition(() -> count() > before);
        assertThat(page.evaluate("() => " + registry()
                        + ".map(it => it.businessObject.extensionElements?.values"
                        + "?.find(ext => ext.$type === 'zeebe:TaskDefinition')?.type)"))
                .asString()
                .contains(type);
    }

    @Test
    void anyTwoVersionsLieBesideEachOther() {
        openACopy();
        put(1, "Create return label", "Print a label");
        put(2, "Print a label", "Print two labels");
        look.open("/models/" + model);
        button("Versions").click();
        page.locator("vaadin-dialog .version-row, vaadin-dialog-overlay .version-row")
                .first()
                .getByText("Compare")
                .click();
        Locator list = page.locator(".compare-list");
        PlaywrightAssertions.assertThat(list).containsText("Print a label → Print two labels", PATIENTLY);
        page.locator("vaadin-select.compare-choice").first().click();
        page.locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText("Version 1"))
                .last()
                .click();
        PlaywrightAssertions.assertThat(list).containsText("→ Print two labels", PATIENTLY);
        PlaywrightAssertions.assertThat(list).not().containsText("Print a label →");
        PlaywrightAssertions.assertThat(page.locator(".compare-side h3").first())
                .hasText("Version 1");
        look.picture("compare");
    }

    @Test
    void whatSomebodySavedMeanwhileBecomesOneWithMine() {
        openACopy();
        rename("create-return-label", "Print a label");
        PlaywrightAssertions.assertThat(page.locator(".steps2")).containsText("kept for you", PATIENTLY);
        put(1, "name=\"Return requested\"", "name=\"Somebody sends it back\"");
        saveVersion();
        button("Join both").click();
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(
                "() => " + registry() + ".some(it => it.businessObject.name === 'Somebody sends it back')")));
        assertThat(name("create-return-label")).isEqualTo("Print a label");
        saveVersion();
        PlaywrightAssertions.assertThat(page.locator(".steps2")).containsText("Version 3", PATIENTLY);
        assertThat(http().get("/api/v1/models/" + model, CLI).body())
                .contains("name=\"Print a label\"", "name=\"Somebody sends it back\"");
    }

    @Test
    void beforeADeploymentItIsSaidWhatDiffersFromWhatIsLive() {
        openACopy();
        jdbc.sql("""
                        insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at)
                        select 77, m.id, 1, m.file_name, v.source, '', 'ACTIVE', now() from studio.model m
                        join studio.model_version v on v.model_id = m.id where m.id = :model""").param("model", model).update();
        rename("create-return-label", "Print a label");
        PlaywrightAssertions.assertThat(page.locator(".steps2")).containsText("kept for you", PATIENTLY);
        button("Deploy").click();
        Locator effects = page.locator(".deploy-effects");
        PlaywrightAssertions.assertThat(effects).containsText("(Live v1): 0 added, 0 removed, 1 changed", PATIENTLY);
        effects.getByText("See what differs").click();
        PlaywrightAssertions.assertThat(page.locator(".compare-list")).containsText("→ Print a label", PATIENTLY);
        PlaywrightAssertions.assertThat(page.locator(".compare-side h3").last()).hasText("What would go live");
    }

    @Test
    void whoseLibraryDrawsIsSeenOnEverySurface() {
        for (String surface : List.of("return-request", "order-risk", "collect-payment", "return-request/play")) {
            look.open("/models/" + surface);
            Locator mark = page.locator(":is(.bjs-powered-by, .fjs-powered-by):visible")
                    .first();
            for (int width : List.of(1440, 390)) {
                page.setViewportSize(width, 844);
                mark.waitFor();
                page.waitForCondition(() -> mark.evaluate("""
                        it => { const box = it.getBoundingClientRect();
                                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                                return it === top || it.contains(top); }""").equals(true));
            }
        }
    }

    private void openACopy() {
        openACopyOf("return-request");
    }

    private void openACopyOf(String template) {
        String tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        model = "surface-" + tag;
        read(post("/api/v1/templates/" + template + "/models", "{\"name\": \"Surface " + tag + "\"}"), 201);
        look.open("/models/" + model);
        page.waitForFunction("() => " + EDITOR + "?.modeler?.get('elementRegistry').getAll().length > 10");
    }

    private void put(int base, String from, String to) {
        String source = http().get("/api/v1/models/" + model, CLI).body();
        assertThat(source).contains(from);
        String[] headers = Stream.concat(Stream.of(CLI), Stream.of("If-Match", "\"" + base + "\""))
                .toArray(String[]::new);
        assertThat(http().put("/api/v1/models/" + model, source.replace(from, to), headers)
                        .statusCode())
                .isEqualTo(201);
    }

    private void saveVersion() {
        button("Save version").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .first()
                .click();
    }

    private Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private void rename(String element, String name) {
        page.evaluate(
                "([id, name]) => { const m = " + EDITOR
                        + ".modeler; m.get('modeling').updateProperties(m.get('elementRegistry').get(id), { name }); }",
                new String[] {element, name});
    }

    private String name(String element) {
        return (String) page.evaluate(
                "id => " + EDITOR + ".modeler.get('elementRegistry').get(id).businessObject.name", element);
    }

    private String condition(String flow) {
        return (String) page.evaluate(
                "id => " + EDITOR + ".modeler.get('elementRegistry').get(id).businessObject.conditionExpression.body",
                flow);
    }

    private int count() {
        return ((Number) page.evaluate("() => " + registry() + ".length")).intValue();
    }

    private static String registry() {
        return EDITOR + ".modeler.get('elementRegistry').getAll()";
    }

    private static String jobType(String element) {
        return EDITOR + ".modeler.get('elementRegistry').get('" + element
                + "').businessObject.extensionElements.values.find(it => it.$type === 'zeebe:TaskDefinition').type";
    }
}
