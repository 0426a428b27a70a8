package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.tillflow.studio.markup.Markup;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a click mends in a drawing with many problems: each problem is gone, nothing else is, and each click is one step to undo. */
class RemediesIT extends HistoryStudio {
    private static final String EDITOR = "document.querySelector('tf-bpmn-editor')";

    private PageLook look;
    private Page page;

    @BeforeEach
    void open() {
        jdbc.sql("delete from studio.model_draft").update();
        look = new PageLook("http://127.0.0.1:" + port());
        page = look.page();
        look.signIn("admin", "correct-horse");
        String tag = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        String model = "mendable-" + tag;
        read(post("/api/v1/templates/account-letter/models", "{\"name\": \"Mendable " + tag + "\"}"), 201);
        String[] first = {CLI[0], CLI[1], "If-Match", "\"1\""};
        String source = Files.read("/drawn/mendable.bpmn");
        assertThat(http().put("/api/v1/models/" + model, source, first).statusCode())
                .isEqualTo(201);
        look.open("/models/" + model);
        page.waitForFunction("() => " + EDITOR + "?.modeler?.get('elementRegistry').get('last')");
    }

    @AfterEach
    void close() {
        look.close();
    }

    @Test
    void eachClickMendsOneProblemAndIsOneStepToUndo() {
        Map<String, String> mendings = mendings();
        look.picture("before");
        mendings.forEach(this::mend);
        name("Do what is inside");
        look.picture("after");
        assertThat(flows())
                .contains(
                        "start > ParallelGateway",
                        "ParallelGateway > left",
                        "ParallelGateway > right",
                        "left > ExclusiveGateway",
                        "right > ExclusiveGateway",
                        "ExclusiveGateway > both",
                        "both > group",
                        "group > last",
                        "last > EndEvent",
                        "StartEvent > inner")
                .doesNotContain("undo > last", "start > left", "both > question");
        assertThat(drawing())
                .contains("name=\"Do what is inside\"", "name=\"Ended\"")
                .doesNotContain("versionTag value", "executionListener", "says nothing");

        for (int i = 0; i <= mendings.size(); i++) {
            page.evaluate("() => " + EDITOR + ".undo()");
        }
        assertThat(page.evaluate("() => " + EDITOR + ".modeler.get('commandStack').canUndo()"))
                .isEqualTo(false);
        assertThat(flows())
                .contains("undo > last", "start > left", "start > right", "left > both", "both > question")
                .noneMatch(it -> it.contains("EndEvent") || it.contains("ParallelGateway"));
    }

    /** Imported by hand: what would be lost is said before, and mended or said at the element. */
    @Test
    void elementsThatShareAnIdGetTheirOwnWhenTheyAreImported() {
        bring("shared-a.bpmn", Files.read("/foreign/shared-ids.bpmn"));
        Locator dialog = page.getByRole(AriaRole.DIALOG).last();
        PlaywrightAssertions.assertThat(dialog).containsText("lanes_2");
        look.picture("shared-ids");
        button("Give each its own").click();
        page.waitForURL("**/models/shared-a");
        page.waitForFunction("() => " + EDITOR + "?.modeler?.get('elementRegistry').get('flow_2')");
        assertThat(lines("duplicate-id").count()).isZero();

        bring("shared-b.bpmn", Files.read("/foreign/shared-ids.bpmn"));
        button("Keep as it is").click();
        page.waitForURL("**/models/shared-b");
        PlaywrightAssertions.assertThat(page.locator(".prob-list")).containsText("2 elements have the id \"flow\"");
    }

    private void bring(String file, String source) {
        look.open("/models");
        button("New model").click();
        page.locator("vaadin-upload input[type=file]")
                .last()
                .setInputFiles(new FilePayload(file, "application/xml", source.getBytes(StandardCharsets.UTF_8)));
    }

    private Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }

    /** The library draws no flow that leads nowhere; it is said where it begins. */
    @Test
    void aFlowThatLeadsNowhereIsSaidAtItsBeginningAndTakenAway() {
        bring(
                "dangling.bpmn",
                Files.read("/drawn/greet.bpmn").replace("targetRef=\"greeted\"", "targetRef=\"nowhere\""));
        page.waitForURL("**/models/dangling");
        Locator line = page.locator(".p-mend").filter(new Locator.FilterOptions().setHas(lines("dangling-flow")));
        PlaywrightAssertions.assertThat(line).containsText("Say hello");
        PlaywrightAssertions.assertThat(line).containsText("\"flow-2\" leads nowhere");
        PlaywrightAssertions.assertThat(page.locator(".prob-list")).not().containsText("undefined");
        look.picture("dangling");
        button("Take it away").click();
        PlaywrightAssertions.assertThat(lines("dangling-flow")).hasCount(0);
        assertThat(drawing()).doesNotContain("flow-2");
    }

    @Test
    void aStepOfATemplateIsCalledLikeIt() {
        page.evaluate("() => { const m = " + EDITOR
                + ".modeler; m.get('selection').select(m.get('elementRegistry').get('last')); }");
        page.locator(".djs-context-pad .entry[data-action=append]").click();
        page.locator(".djs-popup-search input").click();
        page.keyboard().type("capture payment");
        page.locator(".djs-popup .entry")
                .filter(new Locator.FilterOptions().setHasText("Capture payment"))
                .first()
                .click();
        page.waitForCondition(() -> drawing().contains("name=\"Capture payment\""));
    }

    /** Which button mends what a rule found, in an order in which each is there. */
    private static Map<String, String> mendings() {
        Map<String, String> mendings = new LinkedHashMap<>();
        mendings.put("compensation", "Take its flows away");
        mendings.put("no-duplicate-sequence-flows", "Take it away");
        mendings.put("no-implicit-split", "Part behind it");
        mendings.put("fake-join", "Let them meet first");
        mendings.put("superfluous-gateway", "Take it away");
        mendings.put("superfluous-label", "Take the name away");
        mendings.put("start-event-required", "Begin there");
        mendings.put("no-implicit-end", "End it there");
        mendings.put("no-version-tag", "Take it away");
        mendings.put("no-execution-listeners", "Take the listeners away");
        return mendings;
    }

    private void mend(String rule, String word) {
        Locator line = page.locator(".p-mend")
                .filter(new Locator.FilterOptions().setHas(lines(rule)))
                .first();
        line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(word))
                .click();
        PlaywrightAssertions.assertThat(lines(rule)).hasCount(0);
    }

    private Locator lines(String rule) {
        return page.locator(".p .meta", new Page.LocatorOptions().setHasText(Pattern.compile("^" + rule + "$")));
    }

    private void name(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Name it"))
                .first()
                .click();
        page.locator(".djs-direct-editing-content").waitFor();
        page.keyboard().type(name);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> drawing().contains(name));
    }

    private String drawing() {
        return (String) page.evaluate("() => " + EDITOR + ".source()");
    }

    /** Where flows lead; an element that was put in goes by its type. */
    private Set<String> flows() {
        Set<String> given = Markup.parse(Files.read("/drawn/mendable.bpmn")).ids();
        Markup drawn = Markup.parse(drawing());
        return drawn.root()
                .all()
                .filter(it -> it.local().equals("sequenceFlow"))
                .map(it -> called(drawn, given, it.attribute("sourceRef")) + " > "
                        + called(drawn, given, it.attribute("targetRef")))
                .collect(Collectors.toSet());
    }

    private static String called(Markup drawn, Set<String> given, String id) {
        String local = drawn.element(id).local();
        return given.contains(id) ? id : Character.toUpperCase(local.charAt(0)) + local.substring(1);
    }
}
