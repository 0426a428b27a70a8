package io.tillflow.connectors.workers;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobExceptionHandler;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.jobhandling.JobExceptionHandlerSupplier;
import io.tillflow.connectors.database.DatabaseAway;
import io.tillflow.connectors.jobs.JobCounts;
import io.tillflow.connectors.jobs.JobCounts.What;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.secrets.Redaction;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Three kinds of failure and no fourth: an expected outcome, passing trouble that is retried, and an incident. */
@Component
class WorkerFailures implements JobExceptionHandlerSupplier {
    private static final Logger log = LoggerFactory.getLogger(WorkerFailures.class);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(3);

    private final JobCounts counts;
    private final RandomGenerator chance;
    private final Redaction redaction;

    WorkerFailures(JobCounts counts, RandomGenerator chance, Redaction redaction) {
        this.counts = counts;
        this.chance = chance;
        this.redaction = redaction;
    }

    @Override
    public JobExceptionHandler getJobExceptionHandler(JobExceptionHandlerSupplierContext context) {
        return failure -> report(failure.getJobClient(), failure.getActivatedJob(), cause(failure.getException()));
    }

    private void report(JobClient client, ActivatedJob job, Throwable failure) {
        switch (failure) {
            case BpmnError expected -> throwError(client, job, expected);
            case HeldBack held -> waitForTurn(client, job, held);
            case ProviderUnavailable passing -> retryLater(client, job, passing);
            case RuntimeException away when DatabaseAway.causes(away) -> waitForDatabase(client, job, away);
            default -> raiseIncident(client, job, failure);
        }
    }

    private void throwError(JobClient client, ActivatedJob job, BpmnError expected) {
        counts.count(job.getType(), What.THROWN, 1);
        send(
                client.newThrowErrorCommand(job)
                        .errorCode(expected.getErrorCode())
                        .errorMessage(redaction.clean(String.valueOf(expected.getErrorMessage()))),
                job);
    }

    private void retryLater(JobClient client, ActivatedJob job, ProviderUnavailable passing) {
        int left = Math.max(0, job.getRetries() - 1);
        log.info(
                "job {} of instance {} failed for now, {} tries left: {}",
                job.getType(),
                job.getProcessInstanceKey(),
                left,
                message(passing));
        Duration pause = RetryPlan.of(job.getCustomHeaders()).pauseBefore(left, chance.nextDouble(), passing);
        fail(client, job, left, pause, message(passing));
    }

    /** Nothing left us, so this was no try. */
    private void waitForTurn(JobClient client, ActivatedJob job, HeldBack held) {
        log.debug("job {} of instance {} waits: {}", job.getType(), job.getProcessInstanceKey(), held.getMessage());
        Duration pause = held.retryAfter().orElse(DATABASE_PAUSE);
        Duration spread = Duration.ofMillis(Math.round(pause.toMillis() * chance.nextDouble() / 2));
        fail(client, job, job.getRetries(), pause.plus(spread), message(held));
    }

    /** Our database is no provider: its absence uses up nobody's retries. */
    private void waitForDatabase(JobClient client, ActivatedJob job, RuntimeException away) {
        log.warn("job {} of instance {} waits for the database", job.getType(), job.getProcessInstanceKey(), away);
        fail(client, job, job.getRetries(), DATABASE_PAUSE, "the connectors' database does not answer");
    }

    private void raiseIncident(JobClient client, ActivatedJob job, Throwable failure) {
        log.error(
                "job {} of instance {} needs a person: {}",
                job.getType(),
                job.getProcessInstanceKey(),
                redaction.clean(Traces.of(failure)));
        fail(client, job, 0, Duration.ZERO, Mistyped.said(failure).orElseGet(() -> message(failure)));
    }

    private void fail(JobClient client, ActivatedJob job, int retries, Duration pause, String message) {
        counts.count(job.getType(), What.FAILED, 1);
        send(
                client.newFailCommand(job).retries(retries).retryBackoff(pause).errorMessage(redaction.clean(message)),
                job);
    }

    /** A report that does not arrive does no harm: the job comes again when its time is over. */
    private static void send(FinalCommandStep<?> report, ActivatedJob job) {
        report.send().exceptionally(trouble -> {
            log.warn("could not report on job {} of instance {}", job.getType(), job.getProcessInstanceKey(), trouble);
            return null;
        });
    }

    private String message(Throwable failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : redaction.clean(failure.getMessage());
    }

    private static Throwable cause(Throwable failure) {
        Throwable link = failure;
        while (link.getCause() != null
                && (link instanceof InvocationTargetException || link.getClass() == RuntimeException.class)) {
            link = link.getCause();
        }
        return link;
    }
}
