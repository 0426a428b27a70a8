package io.tillflow.studio.play;

import io.tillflow.engine.Broker;
import io.tillflow.engine.BrokerSettings;
import io.tillflow.engine.Deployment;
import io.tillflow.engine.JobDesk;
import io.tillflow.engine.Message;
import io.tillflow.sandbox.SandboxEngine;
import io.tillflow.studio.lint.ModelFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A sandbox engine with what it takes to play on it. No real worker ever sees its jobs. */
public final class PlayEngine implements AutoCloseable {
    /** Counted from the machine's clock, which the engine's own runs far ahead of. */
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    private static final Duration REST = Duration.ofMinutes(1);

    private final SandboxEngine engine = SandboxEngine.start();
    private final Broker broker;
    private final JobDesk desk;
    private final List<Event> log = new ArrayList<>();
    private long position;
    private boolean settled;
    private Instant held = Instant.EPOCH;

    private PlayEngine() {
        BrokerSettings settings = new BrokerSettings(
                engine.gatewayAddress(), engine.gatewayAddress(), Duration.ofMinutes(1), Optional.empty());
        broker = Broker.connect(settings);
        desk = JobDesk.connect(settings);
    }

    public static PlayEngine start() {
        return new PlayEngine();
    }

    /** Deploys all files or none; what the engine refuses it says as the real one would. */
    public Deployment deploy(List<ModelFile> files) {
        settled = false;
        return broker.deploy(files.stream()
                .map(file -> new Deployment.Resource(file.name(), file.content()))
                .toList());
    }

    /** Starts an instance as the step says. */
    void begin(Step.Start start) {
        String variables = start.variables().toString();
        if (start.process() != null) {
            startProcess(start.process(), variables);
        } else if (start.message() != null) {
            publish(start.message(), start.key(), variables, false);
        } else if (start.signal() != null) {
            broadcast(start.signal(), variables);
        }
    }

    long startProcess(String processId, String variables) {
        settled = false;
        return broker.start(processId, OptionalInt.empty(), variables);
    }

    /** A message for whoever listens now, or, if it may wait, for who listens first. */
    void publish(String name, String key, String variables, boolean waits) {
        settled = false;
        broker.publish(new Message(name, key, "", waits ? FOR_EVER : Duration.ZERO, variables));
    }

    void broadcast(String signal, String variables) {
        settled = false;
        broker.broadcast(signal, variables);
    }

    /** Completes a person's task: the job of one, or one of the engine's own. */
    void completeTask(Event task, String variables) {
        settled = false;
        if (task.valueType().equals("JOB")) {
            broker.complete(task.key(), variables);
        } else {
            engine.completeUserTask(task.key(), variables);
        }
    }

    void retry(long incidentKey, long jobKey) {
        settled = false;
        broker.retry(incidentKey, jobKey > 0 ? OptionalLong.of(jobKey) : OptionalLong.empty(), 1);
    }

    void cancel(long instanceKey) {
        settled = false;
        broker.cancel(instanceKey);
    }

    void pass(Duration time) {
        settled = false;
        engine.increaseTime(time);
        held = held.plus(time);
    }

    /** From now on time goes by only when somebody says so: who thinks for an hour finds everything as it was. */
    void holdClock() {
        held = engine.holdClock();
    }

    /** What the held clock shows. */
    Instant now() {
        return held;
    }

    /** Whoever asks for the desk is about to do something. */
    JobDesk desk() {
        settled = false;
        return desk;
    }

    /** Waits until the engine has nothing left to do by itself, and answers all that ever happened. */
    List<Event> settled() {
        if (settled) {
            return log;
        }
        engine.awaitIdle(REST);
        engine.records(position).forEach(record -> {
            position = record.position();
            if (record.recordType().equals("EVENT")) {
                log.add(Event.of(record));
            }
        });
        settled = true;
        return log;
    }

    /** Lets go of all that happened; what happens from now on is a log of its own. */
    void forget() {
        settled().clear();
    }

    @Override
    public void close() {
        desk.close();
        broker.close();
        engine.close();
    }
}
