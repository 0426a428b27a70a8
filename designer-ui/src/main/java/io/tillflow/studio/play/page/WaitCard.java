package io.tillflow.studio.play.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.tillflow.studio.instances.Json;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.kit.Unkept;
import io.tillflow.studio.play.PlaySession;
import io.tillflow.studio.play.Reply;
import io.tillflow.studio.play.Step;
import io.tillflow.studio.play.Wait;
import io.tillflow.studio.tasks.FormSheet;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One thing that is waited for, and all that can be said to it. */
final class WaitCard extends NativeDetails {
    private static final JsonMapper JSON = new JsonMapper();

    private final Consumer<Consumer<PlaySession>> act;
    private final Div inside = new Div();

    WaitCard(Wait wait, String label, Instant now, Consumer<Consumer<PlaySession>> act) {
        this.act = act;
        addClassName("wait");
        inside.addClassName("in");
        setContent(inside);
        switch (wait) {
            case Wait.ForWorker job -> worker(job, label);
            case Wait.ForPerson task -> person(task, label);
            case Wait.ForMessage message -> message(message, label);
            case Wait.ForSignal signal -> signal(signal, label);
            case Wait.ForTime time -> time(time, label, now);
            case Wait.ForRepair incident -> repair(incident, label);
        }
    }

    private void head(String icon, String label, String what) {
        Span title = Pieces.text(label, "cut");
        setSummary(Icon.small(icon), title, Pieces.text(what, "meta", "cut"));
    }

    private void worker(Wait.ForWorker job, String label) {
        head("run", label, job.type());
        if (!job.input().isEmpty()) {
            inside.add(Pieces.text(getTranslation("play.job.input"), "lbl"), new Pre(Json.pretty(job.input())));
        }
        TextArea result = json("play.job.result", job.proposed());
        Reply trouble = new Reply.GivesUp(getTranslation("play.job.gives-up.reason"));
        Div acts = acts(Pieces.button(
                getTranslation("play.job.answer"),
                "check",
                () -> given(result, it -> act.accept(play -> play.answer(job.key(), new Reply.Done(it)))),
                job.error().isEmpty() ? "pri" : "sm"));
        for (String code : job.errors()) {
            acts.add(Pieces.button(
                    getTranslation("play.job.throw", code),
                    "bolt",
                    () -> act.accept(play -> play.answer(job.key(), new Reply.Throws(code, JSON.createObjectNode()))),
                    code.equals(job.error()) ? "pri" : "ghost"));
        }
        acts.add(Pieces.button(
                getTranslation("play.job.gives-up"),
                "alert",
                () -> act.accept(play -> play.answer(job.key(), trouble)),
                "ghost",
                "risk"));
        inside.add(result, acts);
    }

    private void person(Wait.ForPerson task, String label) {
        head("user", label, getTranslation("play.task"));
        ObjectNode data = task.variables().deepCopy().asObject();
        task.proposed().properties().forEach(it -> data.set(it.getKey(), it.getValue()));
        if (task.form().isEmpty()) {
            TextArea result = json("play.task.result", task.proposed());
            inside.add(
                    result,
                    acts(Pieces.button(
                            getTranslation("play.task.complete"),
                            "check",
                            () -> given(result, it -> complete(task, it)),
                            "pri")));
            return;
        }
        FormSheet form = new FormSheet(values -> Json.parse(values).ifPresent(it -> complete(task, it)));
        form.show(task.form(), data.toString(), false);
        inside.add(form, acts(Pieces.button(getTranslation("play.task.complete"), "check", form::submit, "pri")));
    }

    private void complete(Wait.ForPerson task, JsonNode values) {
        act.accept(play -> play.take(new Step.Complete(task.elementId(), values)));
    }

    private void message(Wait.ForMessage message, String label) {
        head("mail", label, message.message());
        TextArea variables = json("play.message.brings", message.proposed());
        Span key = new Span(
                new Span(getTranslation("play.message.for") + " "), Pieces.text(message.correlationKey(), "mono"));
        key.addClassName("meta");
        inside.add(
                key,
                variables,
                acts(Pieces.button(
                        getTranslation("play.message.publish"),
                        "mail",
                        () -> given(
                                variables,
                                it -> act.accept(play -> play.take(new Step.Publish(
                                        message.message(), message.correlationKey(), it, Step.Heard.NOW)))),
                        message.next() ? "pri" : "sm")));
    }

    private void signal(Wait.ForSignal signal, String label) {
        head("mail", label, signal.signal());
        TextArea variables = json("play.signal.brings", JSON.createObjectNode());
        inside.add(
                variables,
                acts(Pieces.button(
                        getTranslation("play.signal.send"),
                        "mail",
                        () -> given(
                                variables,
                                it -> act.accept(play -> play.take(new Step.Broadcast(signal.signal(), it)))),
                        "sm")));
    }

    private void time(Wait.ForTime time, String label, Instant now) {
        String left = Times.duration(Duration.between(now, time.due()));
        head("clock", label, getTranslation("play.timer.due", left));
        inside.add(
                Pieces.block(getTranslation("play.timer.text", left), "meta"),
                acts(Pieces.button(
                        getTranslation("play.timer.skip", left),
                        "right",
                        () -> act.accept(play -> play.passUntil(time.due())))));
    }

    private void repair(Wait.ForRepair incident, String label) {
        head("alert", label, getTranslation("play.token.incident"));
        addClassName("incident");
        inside.add(
                Pieces.block(incident.reason()),
                acts(Pieces.button(
                        getTranslation("play.incident.retry"),
                        "redo",
                        () -> act.accept(play -> play.take(new Step.Retry(incident.elementId()))))));
    }

    private static Div acts(Component... buttons) {
        Div acts = new Div(buttons);
        acts.addClassName("acts");
        return acts;
    }

    private TextArea json(String key, JsonNode value) {
        TextArea area = new TextArea(getTranslation(key));
        area.setValue(Json.pretty(value));
        area.setMaxRows(10);
        area.setErrorMessage(getTranslation("play.no-object"));
        Unkept.in(area);
        return area;
    }

    /** Goes on with what was written, if it is an object. */
    static void given(TextArea area, Consumer<JsonNode> then) {
        JsonNode value = Json.parse(area.isEmpty() ? "{}" : area.getValue())
                .filter(JsonNode::isObject)
                .orElse(null);
        area.setInvalid(value == null);
        if (value != null) {
            Unkept.kept(area);
            then.accept(value);
        }
    }
}
