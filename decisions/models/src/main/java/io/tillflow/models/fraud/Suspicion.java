package io.tillflow.models.fraud;

/**
 * What is said of one case.
 *
 * @param probability calibrated: of cases with 0.2 one in five turned out to be fraud
 * @param byRule what one question alone would say
 * @param reasons what raised the probability most, strongest first; empty when nothing did
 */
public record Suspicion(double probability, double byRule, String reasons) {}
