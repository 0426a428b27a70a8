package io.tillflow.launcher.supervisor;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.process.Command;
import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.settings.Ports;
import io.tillflow.launcher.suite.Child;
import io.tillflow.launcher.supervisor.RunState.Activity;
import io.tillflow.launcher.supervisor.RunState.ChildState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One child and what became of it: its process, its state, how often it was started again. */
final class Supervised {

    private static final Duration STEP = Duration.ofMillis(100);

    /** How many times the limit a child may take that goes on computing. */
    static final int TURNS = 4;

    /** Who used less than this part of the time as processor time waits for something else. */
    private static final int IDLE = 25;

    /** With this code an app says that its end was meant; CrashDrill of the connectors uses it. */
    private static final int REHEARSED = 88;

    private final Child child;
    private final Path log;
    private final int port;
    private final Backoff backoff = new Backoff();
    private volatile Activity activity = Activity.STOPPED;
    private volatile @Nullable ProcessIdentity process;
    private volatile @Nullable Process started;
    private volatile String fingerprint = "";
    private volatile int restarts;
    private volatile long since = System.nanoTime();
    private boolean closed;

    Supervised(Child child, Path log, Ports ports) {
        this.child = child;
        this.log = log;
        this.port = ports.of(child.ports().getFirst());
    }

    Child child() {
        return child;
    }

    String name() {
        return child.name();
    }

    Path log() {
        return log;
    }

    int port() {
        return port;
    }

    ChildState state() {
        return new ChildState(name(), activity, process, fingerprint, port, restarts);
    }

    Activity activity() {
        return activity;
    }

    void become(Activity next) {
        activity = next;
    }

    /** Provides what the process needs before its turn has come; what fails here fails again at its start and is told there. */
    synchronized void prepareAhead() {
        if (!closed && !isAlive()) {
            try {
                child.prepare();
            } catch (IOException | Trouble e) {
                activity = Activity.STOPPED;
            }
        }
    }

    /** Starts the process; it is not ready yet. */
    synchronized void start() throws IOException {
        if (closed) {
            throw new IOException("the suite is stopping");
        }
        child.prepare();
        LogTail.keepSmall(log);
        Command command = child.command();
        Process fresh = command.start(log);
        started = fresh;
        process = ProcessIdentity.of(fresh.pid()).orElse(new ProcessIdentity(fresh.pid(), -1));
        fingerprint = command.fingerprint();
        since = System.nanoTime();
    }

    /** Takes over a process that a killed launcher left behind. */
    synchronized void adopt(ChildState left) {
        process = left.process();
        fingerprint = left.fingerprint();
        restarts = left.restarts();
        since = System.nanoTime();
    }

    boolean isAlive() {
        ProcessIdentity current = process;
        return current != null && current.isAlive();
    }

    /**
     * Waits until it answers; a process that ends meanwhile is trouble at once. One that still computes in the last quarter
     * of the limit has too little of the processor: it gets the limit again, up to {@link #TURNS} times in all.
     */
    void awaitReady(Duration limit, Steps steps) {
        Duration quarter = limit.dividedBy(4);
        for (int turn = 1; !answers(limit.minus(quarter)); turn++) {
            Duration before = computed();
            if (answers(quarter)) {
                return;
            }
            String waited = limit.multipliedBy(turn).toSeconds() + " s";
            if (turn == TURNS || computed().minus(before).compareTo(quarter.dividedBy(IDLE)) < 0) {
                throw new Trouble(name() + " did not get ready within " + waited + ": look into " + log
                        + ", or give it longer with start.limit-seconds in tillflow.yml.");
            }
            steps.say("  " + name() + " is still computing after " + waited
                    + ", as on a machine that is busy with other work: it gets longer");
        }
    }

    private boolean answers(Duration limit) {
        boolean answered = Poll.until(limit, STEP, () -> !isAlive() || child.ready());
        if (!isAlive()) {
            throw new Trouble(name() + " stopped while starting" + exitText() + ": " + LogTail.reason(log)
                    + "; the whole story is in " + log + ".");
        }
        return answered;
    }

    /** The processor time it has used so far. */
    private Duration computed() {
        ProcessIdentity current = process;
        return current == null
                ? Duration.ZERO
                : current.handle()
                        .flatMap(handle -> handle.info().totalCpuDuration())
                        .orElse(Duration.ZERO);
    }

    /** Completes when the process ends, however it ends. */
    CompletableFuture<?> onExit() {
        ProcessIdentity current = process;
        return current == null
                ? CompletableFuture.completedFuture(null)
                : current.handle()
                        .<CompletableFuture<?>>map(ProcessHandle::onExit)
                        .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** How long to wait before the next start; not at all when it ended on purpose, as in a rehearsal of a crash. */
    synchronized Duration pause() {
        restarts++;
        if (exitCode().orElse(0) == REHEARSED) {
            return Duration.ZERO;
        }
        return backoff.after(Duration.ofNanos(System.nanoTime() - since));
    }

    /** @return false if it had to be killed */
    synchronized boolean stop() {
        ProcessIdentity current = process;
        boolean asked = current == null || child.stop().apply(current);
        process = null;
        activity = activity == Activity.MISSING ? Activity.MISSING : Activity.STOPPED;
        return asked;
    }

    /** Stops it for good: a restart that was under way finds the door shut. */
    synchronized boolean close() {
        closed = true;
        if (isAlive()) {
            child.beforeStop();
        }
        return stop();
    }

    /** A process that just ended may still wait to be read off: that takes a moment at most. */
    OptionalInt exitCode() {
        Process ended = started;
        return ended == null || !isOver(ended) ? OptionalInt.empty() : OptionalInt.of(ended.exitValue());
    }

    private boolean isOver(Process ended) {
        try {
            return !ended.isAlive() || (!isAlive() && ended.waitFor(5, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String exitText() {
        OptionalInt code = exitCode();
        return code.isPresent() ? " (exit code " + code.getAsInt() + ")" : "";
    }
}
