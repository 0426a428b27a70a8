package io.tillflow.connectors.workers;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobExceptionHandler;
import io.camunda.client.api.worker.JobExceptionHandler.JobExceptionHandlerContext;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlerSupplier;
import io.camunda.client.jobhandling.JobExceptionHandlerSupplier;
import io.camunda.client.metrics.MetricsRecorder;
import io.tillflow.connectors.database.DatabaseAway;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Three kinds of failure and no fourth: an expected outcome, passing trouble that is retried, and an incident. */
@Component
class WorkerFailures implements JobExceptionHandlerSupplier {
    private static final Logger log = LoggerFactory.getLogger(WorkerFailures.class);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(20);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(3);

    private final DefaultJobExceptionHandlerSupplier reporting;

    WorkerFailures(CommandExceptionHandlingStrategy commands, MetricsRecorder metrics) {
        reporting = new DefaultJobExceptionHandlerSupplier(commands, metrics);
    }

    @Override
    public JobExceptionHandler getJobExceptionHandler(JobExceptionHandlerSupplierContext context) {
        JobExceptionHandler report = reporting.getJobExceptionHandler(context);
        return failure -> report.handleJobException(new JobExceptionHandlerContext(
                failure.getJobClient(),
                failure.getActivatedJob(),
                asCamundaError(failure.getException(), failure.getActivatedJob())));
    }

    private static CamundaError asCamundaError(Exception failure, ActivatedJob job) {
        Throwable cause = rootOfOurs(failure);
        return switch (cause) {
            case CamundaError known -> known;
            case ProviderUnavailable passing -> retryLater(passing, job);
            case RuntimeException away when DatabaseAway.causes(away) -> ourOwnTrouble(away, job);
            default -> incident(cause, job);
        };
    }

    private static CamundaError retryLater(ProviderUnavailable passing, ActivatedJob job) {
        int left = Math.max(0, job.getRetries() - 1);
        log.info(
                "job {} of {} tries again, {} left: {}",
                job.getType(),
                job.getProcessInstanceKey(),
                left,
                passing.getMessage());
        return CamundaError.jobError(String.valueOf(passing.getMessage()), Map.of(), left, pauseBefore(left));
    }

    /** The last pause is the longest: 1.25 s, 5 s, 20 s. */
    static Duration pauseBefore(int retriesLeft) {
        long divisor = 1L << (2 * Math.min(Math.max(retriesLeft - 1, 0), 3));
        return LAST_PAUSE.dividedBy(divisor);
    }

    /** Our database is no provider: its absence uses up nobody's retries. */
    private static CamundaError ourOwnTrouble(Exception away, ActivatedJob job) {
        log.warn(
                "job {} of {} waits for the database: {}",
                job.getType(),
                job.getProcessInstanceKey(),
                away.getMessage());
        return CamundaError.jobError(
                "the connectors' database does not answer", Map.of(), job.getRetries(), DATABASE_PAUSE);
    }

    private static CamundaError incident(Throwable cause, ActivatedJob job) {
        log.error("job {} of {} needs a person", job.getType(), job.getProcessInstanceKey(), cause);
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return CamundaError.jobError(message, Map.of(), 0);
    }

    private static Throwable rootOfOurs(Exception failure) {
        Throwable link = failure;
        while (link.getCause() != null
                && (link instanceof java.lang.reflect.InvocationTargetException
                        || link.getClass() == RuntimeException.class)) {
            link = link.getCause();
        }
        return link;
    }
}
