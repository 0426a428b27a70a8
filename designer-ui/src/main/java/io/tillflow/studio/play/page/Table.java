package io.tillflow.studio.play.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.tillflow.engine.CommandFailed;
import io.tillflow.sandbox.SandboxFailed;
import io.tillflow.studio.instances.Commands;
import io.tillflow.studio.kit.Live;
import io.tillflow.studio.kit.Notices;
import io.tillflow.studio.play.BacktestReport;
import io.tillflow.studio.play.Backtests;
import io.tillflow.studio.play.Example;
import io.tillflow.studio.play.Examples;
import io.tillflow.studio.play.Keeping;
import io.tillflow.studio.play.NoSeat;
import io.tillflow.studio.play.PlaySession;
import io.tillflow.studio.play.PlaySessions;
import io.tillflow.studio.play.Playable;
import io.tillflow.studio.play.PlayedFiles;
import io.tillflow.studio.play.Scenario;
import io.tillflow.studio.play.ScenarioRefused;
import io.tillflow.studio.play.ScenarioRuns;
import io.tillflow.studio.play.Scene;
import io.tillflow.studio.play.Starts;
import io.tillflow.studio.play.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The page's side of playing one model: everything that takes time runs beside the page, which shows what came of it. Another model
 * has a table of its own; of one that was left nothing is shown any more.
 */
final class Table {

    /** What the page shows. */
    interface Shows {
        void busy(boolean yes);

        /** Where the play stands; null before it and after it. */
        void scene(@Nullable Scene scene);

        void running();

        /** What running the scenarios came to; null when there is nothing to show of it. */
        void scenarios(ScenarioRuns.@Nullable Run run);

        /** How many instances of the past are through. */
        void pastAt(int done, int all);

        /** What the past would have come to; null when there is nothing to show of it. */
        void past(@Nullable BacktestReport report);
    }

    /** What a play needs of the studio. */
    @Service
    record Services(
            PlaySessions sessions,
            Examples examples,
            Keeping keeping,
            ScenarioRuns runs,
            Backtests past,
            Starts starts) {}

    private final Component page;
    private final Shows shows;
    private final Services services;
    private final Commands commands;
    private final String owner;
    private final String modelId;
    private final PlayedFiles.Chosen chosen;
    private final Playable playable;
    private volatile @Nullable PlaySession session;
    private volatile @Nullable Scene scene;
    private boolean busy;
    private volatile boolean left;
    private volatile boolean pastStopped;

    /** Who sits at which page. */
    record Seat(Component page, Shows shows, Services services, Commands commands, String owner) {}

    Table(Seat seat, String modelId, PlayedFiles.Chosen chosen, Playable playable) {
        this.page = seat.page();
        this.shows = seat.shows();
        this.services = seat.services();
        this.commands = seat.commands();
        this.owner = seat.owner();
        this.modelId = modelId;
        this.chosen = chosen;
        this.playable = playable;
    }

    @Nullable
    Scene scene() {
        return scene;
    }

    PlaySession session() {
        return Objects.requireNonNull(session);
    }

    List<Example> examples() {
        return services.examples().of(modelId, playable);
    }

    Map<String, Scenario> scenarios() {
        return services.examples().scenarios(modelId);
    }

    /** Begins with this; the engine of a former play is used again. */
    void begin(Example example, Step.Start start) {
        work(() -> {
            PlaySession play = open();
            play.restart(services.examples().script(modelId, example.id()));
            play.take(start);
            scene = play.scene();
        });
    }

    private PlaySession open() {
        PlaySession known = session;
        if (known != null && services.sessions().find(known.id(), owner).isPresent()) {
            return known;
        }
        PlaySession opened = services.sessions().open(modelId, chosen.version(), chosen.file(), owner);
        session = opened;
        if (left) {
            services.sessions().close(opened.id());
        }
        return opened;
    }

    /** Does something with the play that is under way. */
    void act(Consumer<PlaySession> step) {
        PlaySession known = session;
        if (known == null) {
            return;
        }
        String over = page.getTranslation("play.over");
        work(() -> {
            PlaySession play = services.sessions().find(known.id(), owner).orElseThrow(() -> new ScenarioRefused(over));
            try {
                step.accept(play);
            } finally {
                scene = play.scene();
            }
        });
    }

    /** Lets go of what was played; its engine stays for the next one. */
    void forget() {
        scene = null;
        shows.scene(null);
    }

    private void work(Runnable work) {
        if (busy) {
            return;
        }
        busy(true);
        run(
                work,
                () -> {
                    busy(false);
                    shows.scene(scene);
                },
                failure -> {
                    busy(false);
                    shows.scene(scene);
                    explain(failure);
                });
    }

    private void busy(boolean yes) {
        busy = yes;
        shows.busy(yes);
    }

    void runScenarios() {
        shows.running();
        AtomicReference<ScenarioRuns.@Nullable Run> run = new AtomicReference<>();
        run(() -> run.set(services.runs().run(modelId, playable)), () -> shows.scenarios(run.get()), failure -> {
            shows.scenarios(null);
            explain(failure);
        });
    }

    /** Replays what really came against the drawing. */
    void replayPast(Backtests.Past past) {
        AtomicReference<@Nullable BacktestReport> report = new AtomicReference<>();
        pastStopped = false;
        Backtests.Watch watch = watch(page.getUI().orElseThrow());
        run(() -> report.set(services.past().run(playable, past, watch)), () -> shows.past(report.get()), failure -> {
            shows.past(null);
            boolean other = failure instanceof SandboxFailed; // that engine was another one than the play's
            if (!other && !(failure instanceof CancellationException)) {
                explain(failure);
            }
        });
    }

    private Backtests.Watch watch(UI ui) {
        return new Backtests.Watch() {
            @Override
            public boolean over() {
                return left || pastStopped;
            }

            @Override
            public void at(int done, int all) {
                Live.update(ui, () -> {
                    if (!over()) {
                        shows.pastAt(done, all);
                    }
                });
            }
        };
    }

    void stopPast() {
        pastStopped = true;
    }

    /** Beside the page; of what nobody looks at any more nothing is shown. */
    private void run(Runnable work, Runnable done, Consumer<RuntimeException> failed) {
        commands.run(
                page,
                work,
                () -> {
                    if (!left) {
                        done.run();
                    }
                },
                failure -> {
                    if (!left) {
                        failed.accept(failure);
                    }
                });
    }

    void keep(String title) {
        PlaySession play = session;
        if (play == null || busy) {
            return;
        }
        busy(true);
        run(
                () -> {
                    String text = services.keeping().proven(play, title);
                    String unused = services.keeping().keep(modelId, title, text);
                },
                () -> {
                    busy(false);
                    shows.scenarios(null);
                    Notices.done(page.getTranslation("play.kept", title.strip()));
                },
                failure -> {
                    busy(false);
                    explain(failure);
                });
    }

    private void explain(RuntimeException failure) {
        if (failure instanceof ScenarioRefused || failure instanceof CommandFailed || failure instanceof NoSeat) {
            Notices.failed(String.valueOf(failure.getMessage()));
        } else if (failure instanceof SandboxFailed) {
            endPlay();
            forget();
            Notices.failed(page.getTranslation("play.broken"));
        } else {
            Commands.explain(page, failure);
        }
    }

    /** Nobody looks any more: the engine ends. */
    void leave() {
        left = true;
        endPlay();
    }

    private void endPlay() {
        PlaySession play = session;
        session = null;
        scene = null;
        if (play != null) {
            Thread.ofVirtual().start(() -> services.sessions().close(play.id()));
        }
    }
}
