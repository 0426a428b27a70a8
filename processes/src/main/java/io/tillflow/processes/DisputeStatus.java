package io.tillflow.processes;

/** Where a dispute stands, as the models know it. */
public enum DisputeStatus {
    OPEN,
    ANSWERED,
    WON,
    LOST
}
