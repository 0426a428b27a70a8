package io.tillflow.studio.play;

import io.tillflow.processes.JobType;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a job does to the money of a shop: the amount it is asked to capture or to give back. */
final class Money {
    static final String CAPTURE = JobType.PAYMENTS_CAPTURE;
    static final String REFUND = JobType.PAYMENTS_REFUND;
    private static final Map<String, Integer> SIGNS = Map.of(CAPTURE, 1, REFUND, -1);

    private Money() {}

    static long moved(String jobType, JsonNode input) {
        return SIGNS.getOrDefault(jobType, 0) * input.path("amount").asLong(0);
    }
}
