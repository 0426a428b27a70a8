package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.intelligence.DemandForecasts;
import io.tillflow.processes.DemandExpected;
import io.tillflow.processes.ExpectDemand;
import io.tillflow.processes.JobType;
import org.springframework.stereotype.Component;

/** What a process asks the forecasts. */
@Component
public class ForecastWorkers {
    private final DemandForecasts forecasts;

    ForecastWorkers(DemandForecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Action(
            name = "Ask what will be sold",
            help = "How many of an article the live forecast expects to be asked for; nothing where it says nothing.",
            effect = Effect.READS)
    @JobWorker(type = JobType.INTELLIGENCE_EXPECT_DEMAND)
    public DemandExpected expectDemand(@VariablesAsType ExpectDemand job) {
        return new DemandExpected(forecasts
                .expected(job.sku(), job.days())
                .map(DemandForecasts.Expected::units)
                .orElse(null));
    }
}
