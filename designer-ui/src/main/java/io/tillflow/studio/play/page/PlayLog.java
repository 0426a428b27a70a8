package io.tillflow.studio.play.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.play.Moment;
import io.tillflow.studio.play.Scene;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** What happened so far, the newest first; a line leads to its element. */
final class PlayLog extends NativeDetails {
    private final ProcessModel model;
    private final Consumer<String> chosen;
    private final OrderedList list = new OrderedList();
    private final Span count = new Span();

    PlayLog(ProcessModel model, Consumer<String> chosen) {
        this.model = model;
        this.chosen = chosen;
        addClassName("happened");
        count.addClassNames("meta", "num");
        setSummary(new Span(getTranslation("play.log")), count);
        list.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", getTranslation("play.log"));
        setContent(list);
        setOpen(true);
        setVisible(false);
    }

    void show(Scene scene) {
        setVisible(!scene.log().isEmpty());
        count.setText(String.valueOf(scene.log().size()));
        list.removeAll();
        scene.log().reversed().forEach(it -> list.add(line(scene, it)));
    }

    private ListItem line(Scene scene, Moment moment) {
        Duration since = Duration.between(scene.began(), moment.at());
        Span time = new Span(since.isZero() || since.isNegative() ? "" : "+ " + Times.duration(since));
        time.addClassNames("meta", "num");
        String label = moment.elementId().isEmpty() ? "" : model.label(moment.elementId());
        String kind = moment.kind().name().toLowerCase(Locale.ROOT);
        String detail =
                moment.kind() == Moment.Kind.TIME ? Times.duration(Duration.parse(moment.detail())) : moment.detail();
        NativeButton what = new NativeButton(
                getTranslation("play.log." + kind, label, detail), click -> chosen.accept(moment.elementId()));
        Span text = new Span(what);
        if (isValue(moment)) {
            Span value = new Span(moment.detail());
            value.addClassName("mono");
            text.add(new Span(" "), value);
        }
        return new ListItem(time, icon(moment.kind()), text);
    }

    /** Values are shown behind the words; names and reasons are part of them. */
    private static boolean isValue(Moment moment) {
        return switch (moment.kind()) {
            case DONE, TASK, DECIDED -> !moment.detail().isEmpty();
            case STARTED,
                    ERROR,
                    GAVE_UP,
                    CHOSE,
                    MESSAGE,
                    SIGNAL,
                    UNHEARD,
                    TIMER,
                    INCIDENT,
                    REPAIRED,
                    TIME,
                    ENDED,
                    CANCELLED -> false;
        };
    }

    private static Component icon(Moment.Kind kind) {
        String name = switch (kind) {
            case STARTED -> "play";
            case DONE -> "check";
            case ERROR, GAVE_UP -> "bolt";
            case TASK -> "user";
            case DECIDED -> "table";
            case CHOSE -> "mod";
            case MESSAGE, SIGNAL, UNHEARD -> "mail";
            case TIMER, TIME -> "clock";
            case INCIDENT -> "alert";
            case REPAIRED -> "redo";
            case ENDED -> "check";
            case CANCELLED -> "ban";
        };
        Icon icon = Icon.small(name);
        switch (kind) {
            case INCIDENT, GAVE_UP -> icon.addClassName("incident");
            case ENDED -> icon.addClassName("completed");
            case UNHEARD -> icon.addClassName("draft");
            case STARTED, DONE, ERROR, TASK, DECIDED, CHOSE, MESSAGE, SIGNAL, TIMER, TIME, REPAIRED, CANCELLED -> {}
        }
        return icon;
    }
}
