package io.tillflow.launcher.suite;

/** Children of one rank start together, after the ranks before; they stop in the opposite order. */
public enum Rank {
    DATABASE,
    BROKER,
    APP
}
