package io.tillflow.models.fraud;

import io.tillflow.models.tabular.Classifier;
import io.tillflow.models.tabular.OneQuestion;

/**
 * What was learned of payments, and from which score on it costs less to look than to let pass.
 *
 * @param rule the best that one question alone could tell
 */
public record FraudModel(Classifier classifier, Costs costs, OneQuestion rule) {}
