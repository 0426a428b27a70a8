package io.tillflow.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A Zeebe engine in memory: clients speak to its gateway, and its owner moves its clock. */
public interface SandboxEngine extends AutoCloseable {
    /** Starts an engine in a child JVM, which ends with this one. */
    static SandboxEngine start() {
        return ChildEngine.start();
    }

    /** Where a gRPC client finds it: plain text, loopback. */
    URI gatewayAddress();

    /** Moves the engine's clock forward; due timers fire. */
    void increaseTime(Duration by);

    /** Stops the engine's clock: from now on only {@link #increaseTime} moves it. Answers what it shows. */
    Instant holdClock();

    /**
     * Completes one of the engine's own user tasks; a task that is gone changes nothing.
     *
     * @param variables a JSON object on one line
     */
    void completeUserTask(long key, String variables);

    /** Returns when the engine has nothing left to do by itself, or throws {@link SandboxFailed} after the limit. */
    void awaitIdle(Duration limit);

    /** What happened after this position, in order; 0 for everything. */
    List<SandboxRecord> records(long afterPosition);

    /** Ends the child JVM; repeating it changes nothing. */
    @Override
    void close();
}
