package io.tillflow.launcher.process;

import java.time.Duration;

/** How a process is stopped: asked first, killed when it does not go within the limit. */
public record Stop(Signal first, Duration limit) {

    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    /** @return true if it went when asked, false if it had to be killed */
    public boolean apply(ProcessIdentity target) {
        first.send(target);
        if (Poll.until(limit, STEP, () -> !target.isAlive())) {
            return true;
        }
        Signal.KILL.send(target);
        Poll.until(AFTER_KILL, STEP, () -> !target.isAlive());
        return false;
    }
}
