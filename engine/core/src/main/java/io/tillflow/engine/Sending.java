package io.tillflow.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends commands, and again what a busy broker turned away: it does so before it reads them, so nothing has happened. A broker that
 * has just started does it to a single caller, too, for a second at a time.
 */
final class Sending {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(800),
            Duration.ofMillis(1_600));

    private Sending() {}

    static <T> T send(FinalCommandStep<T> command) {
        return send(command, PAUSES);
    }

    /** @param pauses before each further try */
    static <T> T send(FinalCommandStep<T> command, List<Duration> pauses) {
        Iterator<Duration> pause = pauses.iterator();
        while (true) {
            try {
                return command.send().join();
            } catch (ClientStatusException failure) {
                if (!Failures.turnedAway(failure) || !pause.hasNext()) {
                    throw Failures.translate(failure);
                }
                LockSupport.parkNanos(pause.next().toNanos());
            } catch (RuntimeException failure) {
                throw Failures.translate(failure);
            }
        }
    }
}
