package io.tillflow.studio.automations;

/** A trigger that looks at the clock: it can rest, and it can be made to come now. */
public interface TimedTrigger extends Trigger {
    boolean paused();
}
