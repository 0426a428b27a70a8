package io.tillflow.models.fraud;

import io.tillflow.models.tabular.Classifier;

/** What was learned of payments, and from which score on it costs less to look than to let pass. */
public record FraudModel(Classifier classifier, Costs costs) {}
