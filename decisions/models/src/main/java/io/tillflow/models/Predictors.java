package io.tillflow.models;

import io.tillflow.models.anomaly.Anomaly;
import io.tillflow.models.churn.Churn;
import io.tillflow.models.customer.CustomerValue;
import io.tillflow.models.demand.Demand;
import io.tillflow.models.fraud.Fraud;
import io.tillflow.models.life.Trained;
import io.tillflow.models.price.Price;
import io.tillflow.models.recommend.Recommendation;
import io.tillflow.models.support.Support;
import io.tillflow.models.table.BadData;
import java.util.List;

/** All there is to predict. */
public final class Predictors {
    private static final List<Predictor<?>> ALL = List.of(
            new CustomerValue(),
            new Churn(),
            new Demand(),
            new Fraud(),
            new Recommendation(),
            new Price(),
            new Support(),
            new Anomaly());

    private Predictors() {}

    public static List<Predictor<?>> all() {
        return ALL;
    }

    /** Those whose models live in a shop. */
    public static Trained<?> trained(String name) {
        if (named(name) instanceof Trained<?> trained) {
            return trained;
        }
        throw new BadData("the model " + name + " is fitted from files only, it does not live in a shop yet");
    }

    /** By its name; {@link BadData} lists the names there are. */
    public static Predictor<?> named(String name) {
        return ALL.stream()
                .filter(predictor -> predictor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadData("there is no model " + name + ", only "
                        + String.join(", ", ALL.stream().map(Predictor::name).toList())));
    }
}
