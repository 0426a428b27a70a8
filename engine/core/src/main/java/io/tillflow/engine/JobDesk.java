package io.tillflow.engine;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;

/** Takes jobs by hand where no worker does: on an engine to play and test on. */
public final class JobDesk implements AutoCloseable {
    private static final int AT_ONCE = 100;
    private static final Duration OURS_FOR = Duration.ofDays(3650);

    private final CamundaClient client;

    /** A job that is ours to answer; variables are a JSON object. */
    public record TakenJob(long key, String type, String elementId, long processInstanceKey, String variables) {}

    private JobDesk(CamundaClient client) {
        this.client = client;
    }

    public static JobDesk connect(BrokerSettings settings) {
        return new JobDesk(Clients.grpc(settings));
    }

    /** Takes what jobs of this type there are, without waiting for more. */
    public List<TakenJob> take(String type) {
        return Sending.send(client.newActivateJobsCommand()
                        .jobType(type)
                        .maxJobsToActivate(AT_ONCE)
                        .timeout(OURS_FOR)
                        .requestTimeout(Duration.ofMillis(-1)))
                .getJobs()
                .stream()
                .map(job -> new TakenJob(
                        job.getKey(),
                        job.getType(),
                        job.getElementId(),
                        job.getProcessInstanceKey(),
                        job.getVariables()))
                .toList();
    }

    /** Completes a taken job; variables are a JSON object. */
    public void complete(long jobKey, String variables) {
        Sending.send(client.newCompleteCommand(jobKey).variables(variables));
    }

    /** Throws a BPMN error from a taken job. */
    public void throwError(long jobKey, String code, String variables) {
        Sending.send(client.newThrowErrorCommand(jobKey).errorCode(code).variables(variables));
    }

    /** Gives a taken job up: no retry is left, so an incident follows. */
    public void giveUp(long jobKey, String message) {
        Sending.send(client.newFailCommand(jobKey).retries(0).errorMessage(message));
    }

    @Override
    public void close() {
        client.close();
    }
}
