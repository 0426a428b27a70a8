package io.tillflow.connectors.workers;

import io.camunda.client.metrics.JobHandlerMetrics;
import io.camunda.client.metrics.MetricsRecorder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tillflow.connectors.jobs.CrashDrill;
import io.tillflow.connectors.jobs.JobCounts;
import io.tillflow.connectors.jobs.JobCounts.What;
import io.tillflow.connectors.jobs.OutwardSwitch;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Stands around every job: counts it, times it, holds it back while outward effects are stopped. */
@Primary
@Component
class JobBook implements MetricsRecorder {
    private static final String TYPE = JobHandlerMetrics.Tag.TYPE.asString();

    private final JobCounts counts;
    private final CrashDrill drill;
    private final OutwardSwitch outward;
    private final MeterRegistry meters;

    JobBook(JobCounts counts, CrashDrill drill, OutwardSwitch outward, MeterRegistry meters) {
        this.counts = counts;
        this.drill = drill;
        this.outward = outward;
        this.meters = meters;
    }

    @Override
    public void increaseActivated(CounterMetricsContext job) {
        count(job, What.ACTIVATED);
    }

    @Override
    public void increaseCompleted(CounterMetricsContext job) {
        count(job, What.COMPLETED);
    }

    /** {@link WorkerFailures} reports failures itself and counts them there. */
    @Override
    public void increaseFailed(CounterMetricsContext job) {}

    @Override
    public void increaseBpmnError(CounterMetricsContext job) {}

    @Override
    public <T> T executeWithTimer(TimerMetricsContext job, Callable<T> effect) throws Exception {
        String type = type(job.tags());
        outward.check(type);
        Timer.Sample sample = Timer.start(meters);
        counts.begin(type);
        try {
            T result = effect.call();
            drill.passed(type);
            return result;
        } finally {
            counts.end(type);
            counts.took(type, sample);
        }
    }

    private void count(CounterMetricsContext job, What what) {
        counts.count(type(job.tags()), what, job.count());
    }

    private static String type(Map<String, String> tags) {
        return String.valueOf(tags.get(TYPE));
    }
}
