package io.tillflow.engine.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One process instance.
 *
 * @param businessKey the order number, or empty for an instance without one
 */
public record Instance(
        long key,
        long definitionKey,
        String processId,
        int version,
        InstanceState state,
        String businessKey,
        Instant startedAt,
        Optional<Instant> endedAt,
        int openIncidents,
        OptionalLong parentKey) {}
