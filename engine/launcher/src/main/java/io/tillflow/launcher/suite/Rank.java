package io.tillflow.launcher.suite;

/** The apps start when there is a database, all else at once; those of one rank stop together, after the ranks behind them. */
public enum Rank {
    DATABASE,
    BROKER,
    APP
}
