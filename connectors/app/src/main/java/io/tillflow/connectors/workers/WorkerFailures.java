package io.tillflow.connectors.workers;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobExceptionHandler;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.jobhandling.JobExceptionHandlerSupplier;
import io.tillflow.connectors.database.DatabaseAway;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Three kinds of failure and no fourth: an expected outcome, passing trouble that is retried, and an incident. */
@Component
class WorkerFailures implements JobExceptionHandlerSupplier {
    private static final Logger log = LoggerFactory.getLogger(WorkerFailures.class);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(20);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(3);

    @Override
    public JobExceptionHandler getJobExceptionHandler(JobExceptionHandlerSupplierContext context) {
        return failure -> report(failure.getJobClient(), failure.getActivatedJob(), cause(failure.getException()));
    }

    private static void report(JobClient client, ActivatedJob job, Throwable failure) {
        switch (failure) {
            case BpmnError expected -> throwError(client, job, expected);
            case ProviderUnavailable passing -> retryLater(client, job, passing);
            case RuntimeException away when DatabaseAway.causes(away) -> waitForDatabase(client, job, away);
            default -> raiseIncident(client, job, failure);
        }
    }

    private static void throwError(JobClient client, ActivatedJob job, BpmnError expected) {
        send(
                client.newThrowErrorCommand(job)
                        .errorCode(expected.getErrorCode())
                        .errorMessage(expected.getErrorMessage()),
                job);
    }

    private static void retryLater(JobClient client, ActivatedJob job, ProviderUnavailable passing) {
        int left = Math.max(0, job.getRetries() - 1);
        log.info(
                "job {} of instance {} failed for now, {} tries left: {}",
                job.getType(),
                job.getProcessInstanceKey(),
                left,
                passing.getMessage());
        fail(client, job, left, pauseBefore(left), message(passing));
    }

    /** The last pause is the longest: …, 1.25 s, 5 s, 20 s. */
    static Duration pauseBefore(int retriesLeft) {
        int doublings = 2 * Math.clamp(retriesLeft - 1, 0, 3);
        return LAST_PAUSE.dividedBy(1L << doublings);
    }

    /** Our database is no provider: its absence uses up nobody's retries. */
    private static void waitForDatabase(JobClient client, ActivatedJob job, RuntimeException away) {
        log.warn("job {} of instance {} waits for the database", job.getType(), job.getProcessInstanceKey(), away);
        fail(client, job, job.getRetries(), DATABASE_PAUSE, "the connectors' database does not answer");
    }

    private static void raiseIncident(JobClient client, ActivatedJob job, Throwable failure) {
        log.error("job {} of instance {} needs a person", job.getType(), job.getProcessInstanceKey(), failure);
        fail(client, job, 0, Duration.ZERO, message(failure));
    }

    private static void fail(JobClient client, ActivatedJob job, int retries, Duration pause, String message) {
        send(client.newFailCommand(job).retries(retries).retryBackoff(pause).errorMessage(message), job);
    }

    /** A report that does not arrive does no harm: the job comes again when its time is over. */
    private static void send(FinalCommandStep<?> report, ActivatedJob job) {
        report.send().exceptionally(trouble -> {
            log.warn("could not report on job {} of instance {}", job.getType(), job.getProcessInstanceKey(), trouble);
            return null;
        });
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
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
