package io.tillflow.studio.play.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.Icon;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import io.tillflow.studio.play.Scene;
import io.tillflow.studio.play.Wait;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is played, how far it is, how late it is, and what moves it on. */
final class PlayBar extends Div {

    /** What the buttons do. */
    interface Acts {
        void next();

        void run();

        void skip();

        void begin();

        void keep();

        /** To the drawing of the model. */
        void back();
    }

    private final Span state = new Span();
    private final Span time = new Span();
    private final NativeButton next;
    private final NativeButton run;
    private final NativeButton skip;
    private final NativeButton begin;
    private final NativeButton keep;

    PlayBar(int version, Acts acts) {
        addClassName("ver");
        state.addClassName("row");
        time.addClassNames("clock", "meta", "num", "hide-s");
        Badge what = version == 0
                ? new Badge(State.DRAFT, getTranslation("play.draft"))
                : Badge.accent("save", getTranslation("model.version", version));
        next = Pieces.button(getTranslation("play.next"), "right", acts::next);
        run = Pieces.button(getTranslation("play.run"), "play", acts::run);
        skip = Pieces.button(getTranslation("play.skip"), "clock", acts::skip);
        begin = Pieces.button(getTranslation("play.again"), "undo", acts::begin, "ghost");
        keep = Pieces.button(getTranslation("play.keep"), "flask", acts::keep);
        next.setTitle(getTranslation("play.next.help"));
        run.setTitle(getTranslation("play.run.help"));
        skip.setTitle(getTranslation("play.skip.help"));
        NativeButton draw = Pieces.button(getTranslation("play.draw"), "pencil", acts::back, "ghost");
        add(draw, what, state, time, Pieces.text("", "grow"), begin, next, run, skip, keep);
        show(null);
    }

    void show(@Nullable Scene scene) {
        state.removeAll();
        time.removeAll();
        boolean working = scene != null && scene.waits().stream().anyMatch(Wait.ForWorker.class::isInstance);
        boolean timers = scene != null && scene.waits().stream().anyMatch(Wait.ForTime.class::isInstance);
        next.setEnabled(working);
        run.setEnabled(working);
        skip.setEnabled(timers);
        begin.setVisible(scene != null && scene.state() != Scene.State.FRESH);
        keep.setEnabled(scene != null && scene.unsavable().isEmpty());
        keep.setTitle(scene == null ? "" : scene.unsavable());
        keep.setClassName("pri", scene != null && scene.state() == Scene.State.ENDED);
        run.setClassName("pri", working);
        if (scene == null) {
            return;
        }
        state.add(badge(scene));
        Duration since = Duration.between(scene.began(), scene.now());
        if (!since.isZero()) {
            time.add(Icon.small("clock"), new Span(getTranslation("play.clock", Times.duration(since))));
        }
    }

    /** Nothing can be pressed while something is under way. */
    void busy(boolean yes, @Nullable Scene scene) {
        if (!yes) {
            show(scene);
            return;
        }
        next.setEnabled(false);
        run.setEnabled(false);
        skip.setEnabled(false);
        keep.setEnabled(false);
    }

    private Badge badge(Scene scene) {
        boolean failed = scene.waits().stream().anyMatch(Wait.ForRepair.class::isInstance);
        return switch (scene.state()) {
            case FRESH -> Badge.off("play", getTranslation("play.state.fresh"));
            case ENDED -> new Badge(State.COMPLETED, getTranslation("play.state.ended"));
            case UNDER_WAY ->
                failed
                        ? new Badge(State.INCIDENT, getTranslation("play.token.incident"))
                        : new Badge(State.RUNNING, getTranslation("play.state.under-way"));
        };
    }
}
