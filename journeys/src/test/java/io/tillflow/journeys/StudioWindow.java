package io.tillflow.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody in the studio. */
final class StudioWindow {
    private static final String EDITOR = "tf-bpmn-editor";
    private static final double PLAYED_MS = 300_000;

    private final Page page;
    private final String studio;

    StudioWindow(Page page, String studio) {
        this.page = page;
        this.studio = studio;
    }

    void signIn(String password) {
        page.navigate(studio + "/login");
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-button[slot=submit], vaadin-login-form-wrapper vaadin-button")
                .first()
                .click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    void openModel(String id) {
        page.navigate(studio + "/models/" + id);
        page.locator(EDITOR + " .djs-container").first().waitFor();
        page.waitForFunction(
                "() => document.querySelector('" + EDITOR + "')?.modeler?.get('elementRegistry').getAll().length > 10");
    }

    /** Takes a block from the palette and drops it onto an arrow of the diagram, with the mouse. */
    String dropOnto(String block, String flow) {
        page.evaluate("""
                ([editor, flow]) => {
                  const modeler = document.querySelector(editor).modeler;
                  const canvas = modeler.get('canvas');
                  canvas.zoom(1);
                  canvas.scrollToElement(modeler.get('elementRegistry').get(flow), 200);
                }""", new String[] {EDITOR, flow});
        BoundingBox arrow = page.locator(EDITOR + " [data-element-id='" + flow + "'] .djs-visual")
                .boundingBox();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(block))
                .click();
        double x = arrow.x + arrow.width / 2;
        double y = arrow.y + arrow.height / 2;
        page.mouse().move(x - 20, y - 60);
        page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(8));
        page.mouse().click(x, y);
        return (String) page.evaluate("""
                editor => document.querySelector(editor).modeler.get('selection').get()[0].id""", EDITOR);
    }

    /** Fills in what the step is called and what its worker gets, through the editor's own modeling commands. */
    void describe(String element, String id, String name, Map<String, String> inputs) {
        page.evaluate("""
                ([editor, element, id, name, inputs]) => {
                  const modeler = document.querySelector(editor).modeler;
                  const moddle = modeler.get('bpmnFactory');
                  const modeling = modeler.get('modeling');
                  const shape = modeler.get('elementRegistry').get(element);
                  const extensions = shape.businessObject.extensionElements;
                  const mapping = moddle.create('zeebe:IoMapping', {
                    inputParameters: Object.entries(inputs).map(([target, source]) => moddle.create('zeebe:Input', { source, target })),
                  });
                  mapping.$parent = extensions;
                  const others = extensions.values.filter(it => it.$type !== 'zeebe:IoMapping');
                  modeling.updateModdleProperties(shape, extensions, { values: [...others, mapping] });
                  modeling.updateProperties(shape, { id, name });
                }""", new Object[] {EDITOR, element, id, name, inputs});
    }

    void saveVersion(String comment) {
        button("Save").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("input").fill(comment);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        page.getByText("Saved as version").first().waitFor();
    }

    /** The scenarios of the model are played first, and what was drawn differs from them. */
    void deployAnyway() {
        button("Deploy").click();
        Locator anyway = page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Deploy anyway"));
        anyway.waitFor(new Locator.WaitForOptions().setTimeout(PLAYED_MS));
        anyway.click();
        page.getByText("is live (version").first().waitFor();
    }

    /** Finds an order's instance in the list and opens it with its steps in words. */
    void openInstance(String order) {
        page.navigate(studio + "/instances?state=&q=" + order);
        page.locator("a[href*='instances/']")
                .filter(new Locator.FilterOptions().setHasText(order))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/instances/[0-9]+.*"));
        button("Outline").click();
    }

    /** Waits for an order's task in the inbox and opens it. */
    void openTask(String order) {
        page.navigate(studio + "/tasks");
        page.locator(".lst .t")
                .filter(new Locator.FilterOptions().setHasText(order))
                .first()
                .click();
    }

    void claimTask() {
        button("Claim").click();
        button("Give back").waitFor();
    }

    /** Chooses an outcome in the open task's form, completes it and waits until the process has moved on. */
    void completeTask(String outcome) {
        page.getByLabel(outcome).check();
        button("Complete task").click();
        page.getByText("The process has moved on.").first().waitFor();
    }

    /** Waits, without reloading, until the open instance has reached the step. */
    void sees(String step) {
        reached(step).first().waitFor();
    }

    boolean everReached(String step) {
        return reached(step).count() > 0;
    }

    private Locator reached(String step) {
        return page.locator(".outline li:not(.faint)").filter(new Locator.FilterOptions().setHasText(step));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
