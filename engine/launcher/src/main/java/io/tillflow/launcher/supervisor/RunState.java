package io.tillflow.launcher.supervisor;

import io.tillflow.launcher.process.ProcessIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the launcher says about itself in {@code data/run/state.json}, for other commands and for the next launcher. */
public record RunState(
        @Nullable ProcessIdentity launcher,
        Phase phase,
        int portBase,
        @Nullable String message,
        List<ChildState> children) {

    /** How far the launcher is. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        STOPPED,
        FAILED
    }

    /** What a child does. */
    public enum Activity {
        STARTING,
        RUNNING,
        RESTARTING,
        STOPPED,
        MISSING
    }

    /** One child as the launcher sees it. */
    public record ChildState(
            String name,
            Activity state,
            @Nullable ProcessIdentity process,
            String fingerprint,
            int port,
            int restarts) {}

    public static RunState stopped(int portBase) {
        return new RunState(null, Phase.STOPPED, portBase, null, List.of());
    }

    public RunState {
        children = List.copyOf(children);
    }

    /** Whether the launcher that wrote this is still there. */
    public boolean launcherIsAlive() {
        return launcher != null && launcher.isAlive();
    }
}
