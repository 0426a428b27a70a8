package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.intelligence.DemandForecasts;
import io.tillflow.connectors.intelligence.SlowSellers;
import io.tillflow.processes.DemandExpected;
import io.tillflow.processes.ExpectDemand;
import io.tillflow.processes.JobType;
import io.tillflow.processes.LookForSlowSellers;
import io.tillflow.processes.SlowSellersTold;
import org.springframework.stereotype.Component;

/** What a process asks the forecasts. */
@Component
public class ForecastWorkers {
    private final DemandForecasts forecasts;
    private final SlowSellers slowSellers;

    ForecastWorkers(DemandForecasts forecasts, SlowSellers slowSellers) {
        this.forecasts = forecasts;
        this.slowSellers = slowSellers;
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

    /** Also in a dry run: what begins of it is as dry as the automations are. */
    @Action(
            name = "Look for slow sellers",
            help =
                    "Tells of articles whose stock will last for long, as the forecast says, each by an event Slow seller found; those told of in the last four weeks rest.",
            effect = Effect.READS)
    @JobWorker(type = JobType.INTELLIGENCE_LOOK_FOR_SLOW_SELLERS)
    public SlowSellersTold lookForSlowSellers(@VariablesAsType LookForSlowSellers job) {
        return new SlowSellersTold(slowSellers.tell(job.weeks(), job.most()));
    }
}
