package io.tillflow.studio.automations;

import com.vaadin.flow.component.Component;
import io.tillflow.studio.connectors.AskDialog;
import io.tillflow.studio.connectors.Attempt;
import io.tillflow.studio.connectors.Lookout;
import io.tillflow.studio.instances.Pieces;
import java.util.List;
import java.util.UUID;

/** One trigger that looks at the clock, which analysts change, pause, let go on and run now. */
public abstract class TimedPage<T extends TimedTrigger> extends TriggerPage<T> {
    private final boolean analyst;

    protected TimedPage(TriggerKind kind, Lookout<List<T>> watch, boolean analyst) {
        super(kind, watch);
        this.analyst = analyst;
    }

    protected abstract void edit(T it);

    protected abstract void pause(String id, boolean paused);

    /** Makes its event now, once for the key. */
    protected abstract void run(String id, String key);

    protected final Component[] actions(T it) {
        if (!analyst) {
            return new Component[0];
        }
        String turn = it.paused() ? "resume" : "pause";
        return new Component[] {
            deleteButton(it),
            Pieces.button(getTranslation("schedules.edit"), "pencil", () -> edit(it)),
            Pieces.button(getTranslation("schedules." + turn), it.paused() ? "play" : "pause", () -> turn(it, turn)),
            Pieces.button(getTranslation("schedules.run"), "bolt", () -> askToRun(it))
        };
    }

    private void turn(T it, String turn) {
        Attempt.of(this, () -> pause(it.id(), !it.paused()), word(turn + ".done", it.id()));
        refresh();
    }

    private void askToRun(T it) {
        String key = UUID.randomUUID().toString();
        new AskDialog(
                        getTranslation("schedules.run.title", it.id()),
                        word("run.text"),
                        "",
                        getTranslation("schedules.run"))
                .then(none -> {
                    boolean made = Attempt.of(this, () -> run(it.id(), key), getTranslation("schedules.run.done"));
                    refresh();
                    return made;
                })
                .open();
    }
}
