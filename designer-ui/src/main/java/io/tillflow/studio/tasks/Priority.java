package io.tillflow.studio.tasks;

/** How much a task matters beside others; the engine has no such thing. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    CRITICAL
}
