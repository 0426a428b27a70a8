package io.tillflow.launcher.supervisor;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.settings.Folders;
import io.tillflow.launcher.settings.Settings;
import io.tillflow.launcher.suite.Child;
import io.tillflow.launcher.suite.Rank;
import io.tillflow.launcher.supervisor.RunState.Activity;
import io.tillflow.launcher.supervisor.RunState.ChildState;
import io.tillflow.launcher.supervisor.RunState.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts the children rank by rank, starts again what dies, stops all in the opposite order. */
public final class Supervisor {

    /** How many start limits a start takes at most: the database first, then everything else, then stopping it again. */
    public static final int LONGEST_START = 2 * Supervised.TURNS + 1;

    private final Settings settings;
    private final Steps steps;
    private final RunFile file;
    private final List<Supervised> children;
    private final @Nullable ProcessIdentity self;
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Phase phase = Phase.STARTING;
    private volatile @Nullable String message;

    public Supervisor(Settings settings, List<Child> children, Steps steps) {
        this.settings = settings;
        this.steps = steps;
        Folders folders = settings.folders();
        this.file = new RunFile(folders);
        this.self = ProcessIdentity.of(ProcessHandle.current().pid()).orElse(null);
        this.children = children.stream()
                .map(child -> new Supervised(child, folders.log(child.name()), settings.ports()))
                .toList();
    }

    /** Returns when everything that could be started answers; trouble stops what was started already. */
    public void start() {
        Leftovers left = Leftovers.of(file.read(settings.ports().base()));
        adoptOrStop(left);
        new BusyPorts(settings)
                .refuse(unstarted().stream().map(Supervised::child).toList());
        save();
        try {
            prepareMeanwhile();
            CompletableFuture<Void> broker = starting(Rank.BROKER); // its exporter and the apps wait by themselves
            await(starting(Rank.DATABASE));
            await(together(List.of(broker, starting(Rank.APP))));
        } catch (Trouble trouble) {
            message = trouble.sentence();
            stop(Phase.FAILED);
            throw trouble;
        }
        steps.say("Ready in " + Steps.seconds(steps.elapsed()) + "."); // whoever follows stops when the state says so
        phase = Phase.READY;
        save();
    }

    private List<Supervised> unstarted() {
        return children.stream()
                .filter(child -> !child.isAlive() && child.child().missing().isEmpty())
                .toList();
    }

    private void adoptOrStop(Leftovers left) {
        for (ChildState state : left.alive().reversed()) {
            Optional<Supervised> match = children.stream()
                    .filter(child -> child.name().equals(state.name()))
                    .filter(child -> child.child().missing().isEmpty())
                    .filter(child -> child.child().command().fingerprint().equals(state.fingerprint()))
                    .findFirst();
            if (match.isPresent()) {
                match.get().adopt(state);
            } else {
                Leftovers.stop(state, steps);
            }
        }
    }

    /** Unpacks while the database starts, which keeps one processor busy at most. */
    private void prepareMeanwhile() {
        for (Supervised child : unstarted()) {
            Thread.ofPlatform().daemon().name("prepare-" + child.name()).start(child::prepareAhead);
        }
    }

    private CompletableFuture<Void> starting(Rank rank) {
        return together(children.stream()
                .filter(child -> child.child().rank() == rank)
                .map(child -> CompletableFuture.runAsync(
                        () -> startFirst(child), task -> Thread.ofVirtual().start(task)))
                .toList());
    }

    /** Done when all are, or as soon as one failed: the others may wait for just that one. */
    private static CompletableFuture<Void> together(List<CompletableFuture<Void>> parts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        for (CompletableFuture<Void> part : parts) {
            part.exceptionally(failure -> {
                all.completeExceptionally(failure);
                return null;
            });
        }
        return all;
    }

    private void await(CompletableFuture<Void> starts) {
        try {
            starts.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Trouble trouble
                    ? trouble
                    : new Trouble(
                            "The start failed (" + e.getCause() + "): see "
                                    + settings.folders().logs() + ".",
                            e);
        }
    }

    private void startFirst(Supervised child) {
        Optional<String> missing = child.child().missing();
        if (missing.isPresent()) {
            child.become(Activity.MISSING);
            steps.say("  " + child.name() + " is missing: " + missing.get());
            save();
            return;
        }
        long begun = System.nanoTime();
        boolean adopted = child.isAlive();
        launch(child);
        steps.done(child.name(), (adopted ? "adopted on port " : "ready on port ") + child.port(), begun);
    }

    private void launch(Supervised child) {
        try {
            child.become(Activity.STARTING);
            if (!child.isAlive()) {
                child.start();
            }
            save();
            child.awaitReady(settings.startLimit(), steps);
            child.child().whenReady();
            child.become(Activity.RUNNING);
            save();
            CompletableFuture<?> unused = child.onExit().thenRunAsync(() -> guarded(() -> died(child)), scheduler);
        } catch (IOException e) {
            throw new Trouble(
                    "Cannot start " + child.name() + " (" + e.getMessage() + "): see " + child.log() + ".", e);
        }
    }

    private void died(Supervised child) {
        if (stopping()) {
            return;
        }
        child.become(Activity.RESTARTING);
        Duration pause = child.pause();
        steps.say("  " + child.name() + " stopped unexpectedly" + child.exitText() + "; starting it again in "
                + Steps.seconds(pause));
        save();
        ScheduledFuture<?> unused =
                scheduler.schedule(() -> guarded(() -> again(child)), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What goes wrong in a background task is said, not swallowed. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            steps.say("  the launcher stumbled over " + e);
        }
    }

    private void again(Supervised child) {
        if (stopping()) {
            return;
        }
        long begun = System.nanoTime();
        try {
            launch(child);
            steps.done(child.name(), "running again on port " + child.port(), begun);
        } catch (RuntimeException e) {
            steps.say(
                    "  " + (e instanceof Trouble trouble ? trouble.sentence() : child.name() + " did not start: " + e));
            if (!stopping()) {
                child.stop();
                died(child);
            }
        }
    }

    private boolean stopping() {
        return phase != Phase.STARTING && phase != Phase.READY;
    }

    /** Stops apps, broker, database; safe to call more than once. */
    public void stop() {
        stop(Phase.STOPPED);
    }

    private synchronized void stop(Phase last) {
        if (stopped.getCount() == 0) {
            return;
        }
        phase = Phase.STOPPING;
        save();
        for (Rank rank : Arrays.asList(Rank.values()).reversed()) {
            CompletableFuture.allOf(children.stream()
                            .filter(child -> child.child().rank() == rank)
                            .map(child -> CompletableFuture.runAsync(
                                    () -> stopOne(child),
                                    task -> Thread.ofVirtual().start(task)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        phase = last;
        save();
        scheduler.shutdownNow();
        stopped.countDown();
    }

    /** Looks after nothing any more and leaves all as it is, as a killed launcher does. */
    void vanish() {
        phase = Phase.STOPPED;
        scheduler.shutdownNow();
    }

    private void stopOne(Supervised child) {
        long begun = System.nanoTime();
        boolean ran = child.isAlive();
        boolean asked = child.close();
        if (!ran) {
            return;
        }
        steps.done(child.name(), asked ? "stopped" : "did not stop when asked and was killed", begun);
    }

    /** Waits until somebody stops the suite. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    private synchronized void save() {
        file.write(new RunState(
                self,
                phase,
                settings.ports().base(),
                message,
                children.stream().map(Supervised::state).toList()));
    }
}
