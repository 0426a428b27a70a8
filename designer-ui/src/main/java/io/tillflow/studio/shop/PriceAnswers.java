package io.tillflow.studio.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How demand of variants answers to their prices, as the model in use says. */
record PriceAnswers(@Nullable Run run, List<Answer> items) {
    /** Which version, and the last day it knew. */
    record Run(int version, LocalDate asOf) {}

    /** One variant; as the connectors tell it. */
    record Answer(
            String sku,
            String name,
            String variant,
            long price,
            @Nullable Instant changedAt,
            boolean planned,
            double weeklyUnits,
            double elasticity,
            double error) {}
}
