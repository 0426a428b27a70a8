package io.tillflow.connectors.workers;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.annotation.value.SourceAware;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.client.jobhandling.JobExceptionHandlerSupplier;
import io.camunda.client.jobhandling.JobHandlerFactory;
import io.camunda.client.jobhandling.JobWorkerFactory;
import io.camunda.client.metrics.JobWorkerMetricsFactory;
import io.tillflow.connectors.automations.DryRuns;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Opens every worker behind the {@link JobGate}, and lets it know whether its instance is a dry run. */
@Configuration(proxyBeanMethods = false)
class GatedWorkers {
    /** The starter has one of its own, which opens them without a gate. */
    @Bean
    @Primary
    JobWorkerFactory gatedWorkerFactory(
            @Qualifier("backoffSupplier") BackoffSupplier backoff,
            @Qualifier("streamNoJobsBackoffSupplier") BackoffSupplier streamBackoff,
            JobExceptionHandlerSupplier failures,
            JobWorkerMetricsFactory metrics,
            JobGate gate) {
        return new JobWorkerFactory(backoff, streamBackoff, failures, metrics) {
            @Override
            public JobWorker createJobWorker(CamundaClient client, JobWorkerValue worker, JobHandlerFactory handlers) {
                return super.createJobWorker(client, worker, context -> gate.before(handlers.getJobHandler(context)));
            }
        };
    }

    @Bean
    JobWorkerValueCustomizer fetchesWhetherItIsADryRun() {
        return worker -> {
            List<SourceAware<String>> variables = worker.getFetchVariables();
            if (variables == null || variables.isEmpty()) {
                return; // it fetches all
            }
            List<SourceAware<String>> more = new ArrayList<>(variables);
            more.add(new SourceAware.GeneratedFromMethodInfo<>(DryRuns.VARIABLE));
            worker.setFetchVariables(more);
        };
    }
}
