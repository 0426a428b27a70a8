package io.tillflow.processes;

/** Output of {@link OfferedJobType#ANALYTICS_METRIC}. */
public record MetricRead(@Field(label = "Value") long value) {}
