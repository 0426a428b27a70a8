package io.tillflow.launcher.supervisor;

import io.tillflow.launcher.process.ProcessIdentity;
import io.tillflow.launcher.process.Signal;
import io.tillflow.launcher.process.Stop;
import io.tillflow.launcher.supervisor.RunState.ChildState;
import java.time.Duration;
import java.util.List;

/** Children of a launcher that was killed: still running, known by process id and start time. */
public record Leftovers(List<ChildState> alive) {

    /** What the last state names and what still is that process. */
    public static Leftovers of(RunState state) {
        return new Leftovers(state.children().stream().filter(Leftovers::lives).toList());
    }

    private static boolean lives(ChildState child) {
        ProcessIdentity process = child.process();
        return process != null && process.isAlive();
    }

    /** Stops them in the order apps, broker, database. */
    public void stopAll(Steps steps) {
        alive.reversed().forEach(child -> stop(child, steps));
    }

    /** Stops one that does not fit the present settings. */
    static void stop(ChildState child, Steps steps) {
        ProcessIdentity process = child.process();
        if (process == null) {
            return;
        }
        long begun = System.nanoTime();
        Signal signal = child.name().equals("postgres") ? Signal.INT : Signal.TERM;
        new Stop(signal, Duration.ofSeconds(60)).apply(process);
        steps.done(child.name(), "stopped (left by a killed launcher)", begun);
    }
}
