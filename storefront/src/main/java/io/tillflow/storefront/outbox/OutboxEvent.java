package io.tillflow.storefront.outbox;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/** An event as the intake reads it. */
record OutboxEvent(
        String source,
        UUID id,
        String type,
        String subject,
        Instant time,
        @JsonRawValue String data) {}
