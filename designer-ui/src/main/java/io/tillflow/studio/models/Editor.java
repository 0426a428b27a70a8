package io.tillflow.studio.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.dom.Element;
import io.tillflow.studio.kit.Frontend;
import io.tillflow.studio.lint.Finding;
import io.tillflow.studio.lint.ModelFile;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The drawing surface in the browser, for one kind of model. */
class Editor extends Component implements HasSize, CaseDesk.Surface {
    private static final JsonMapper JSON = new JsonMapper();

    private final String tag;

    Editor(ModelFile.Kind kind) {
        super(new Element(tag(kind)));
        this.tag = tag(kind);
        Frontend.require(this, feature(kind));
        setSizeFull();
    }

    private static String tag(ModelFile.Kind kind) {
        return switch (kind) {
            case BPMN -> "tf-bpmn-editor";
            case DMN -> "tf-dmn-editor";
            case FORM, UNKNOWN -> "tf-form-editor";
        };
    }

    private static String feature(ModelFile.Kind kind) {
        return switch (kind) {
            case BPMN -> "designer";
            case DMN -> "dmn-editor";
            case FORM, UNKNOWN -> "form-editor";
        };
    }

    void configure(EditorSetup setup) {
        when("configure", JSON.writeValueAsString(setup));
    }

    void load(String source, boolean readonly) {
        getElement().executeJs("customElements.whenDefined($0).then(() => this.load($1, $2))", tag, source, readonly);
    }

    /** Asks the browser for what is drawn now. */
    @Override
    public void source(Consumer<String> then) {
        getElement().executeJs("return this.source()").then(String.class, then::accept);
    }

    void problems(List<Finding> findings) {
        record Problem(String elementId, String rule, String severity, String message, List<String> entryIds) {}
        when(
                "problems",
                JSON.writeValueAsString(findings.stream()
                        .map(it -> new Problem(
                                it.elementId(), it.rule(), it.severity().word(), it.message(), it.entryIds()))
                        .toList()));
    }

    @Override
    public void select(String elementId) {
        getElement().executeJs("this.select($0, '')", elementId);
    }

    @Override
    public void onDrawn(Consumer<String> act) {
        getElement()
                .addEventListener(
                        "tf-changed",
                        event -> act.accept(
                                event.getEventData().get("event.detail.source").asString()))
                .addEventData("event.detail.source");
    }

    void select(Finding finding) {
        String entry = finding.entryIds().isEmpty() ? "" : finding.entryIds().getFirst();
        getElement().executeJs("this.select($0, $1)", finding.elementId(), entry);
    }

    /** Colours elements by what became of them: added, removed or changed. */
    void mark(Map<String, String> states) {
        when("mark", JSON.writeValueAsString(states));
    }

    void undo() {
        getElement().executeJs("this.undo()");
    }

    void redo() {
        getElement().executeJs("this.redo()");
    }

    /** Somebody is drawing; the source follows when they pause. */
    void onTouched(Runnable act) {
        getElement().addEventListener("tf-touched", event -> act.run());
    }

    /** Somebody paused; the browser keeps what they drew until the answer is that it was kept here. */
    void onChanged(Predicate<String> keep) {
        getElement()
                .addEventListener("tf-changed", event -> {
                    JsonNode drawn = event.getEventData();
                    if (keep.test(drawn.get("event.detail.source").asString())) {
                        getElement()
                                .executeJs(
                                        "this.has($0)",
                                        drawn.get("event.detail.turn").asInt());
                    }
                })
                .addEventData("event.detail.source")
                .addEventData("event.detail.turn");
    }

    /** From now on the browser keeps what this person draws, too, with the version it began with. */
    void remember(String person, String model, int base) {
        record Whose(String person, String model, int base) {}
        when("remember", JSON.writeValueAsString(new Whose(person, model, base)));
    }

    /** Asks the browser for what the same person drew in it without its having arrived here. */
    void remembered(Consumer<Kept> then) {
        getElement()
                .executeJs(
                        "return customElements.whenDefined($0).then(() => this.remembered()).then(it => it && JSON.stringify(it))",
                        tag)
                .then(String.class, it -> {
                    if (it != null && !it.isEmpty()) {
                        then.accept(JSON.readValue(it, Kept.class));
                    }
                });
    }

    /** What the browser kept was taken up or thrown away. */
    void settle(Kept kept, Runnable then) {
        getElement().executeJs("return this.settle($0)", kept.key()).then(done -> then.run());
    }

    /** Asks the browser to say by REST that the window is still there, which keeps nobody signed in as a click would. */
    PendingJavaScriptResult beat(String model, String window) {
        return getElement().executeJs("this.beat?.($0, $1)", model, window);
    }

    /** What is drawn is kept here by another way, or was given up. */
    void discard(Runnable then) {
        getElement().executeJs("return this.discard()").then(done -> then.run());
    }

    /** An element was selected; empty for none. */
    void onSelected(Consumer<String> act) {
        getElement()
                .addEventListener(
                        "tf-selected",
                        event -> act.accept(
                                event.getEventData().get("event.detail.id").asString("")))
                .addEventData("event.detail.id");
    }

    /** Somebody opened what was said about an element. */
    void onComments(Consumer<String> act) {
        getElement()
                .addEventListener(
                        "tf-comments",
                        event -> act.accept(
                                event.getEventData().get("event.detail.id").asString("")))
                .addEventData("event.detail.id");
    }

    /** Somebody tries an expression. */
    void onTry(Consumer<JsonNode> act) {
        getElement()
                .addEventListener(
                        "tf-try", event -> act.accept(event.getEventData().get("event.detail")))
                .addEventData("event.detail");
    }

    void tried(Object answer) {
        when("tried", JSON.writeValueAsString(answer));
    }

    /** Marks elements that something was said about. */
    void comments(List<CommentMark> marks) {
        when("comments", JSON.writeValueAsString(marks));
    }

    void onUnreadable(Consumer<String> act) {
        getElement()
                .addEventListener("tf-unreadable", event -> {
                    setVisible(false);
                    act.accept(event.getEventData().get("event.detail.message").asString());
                })
                .addEventData("event.detail.message");
    }

    private void when(String method, String json) {
        getElement()
                .executeJs("customElements.whenDefined($0).then(() => this[$1](JSON.parse($2)))", tag, method, json);
    }
}
