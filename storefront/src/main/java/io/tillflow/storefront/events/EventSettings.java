package io.tillflow.storefront.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are kept.
 *
 * @param keep how long; a week more at most
 * @param batch how many are written at once
 * @param waiting how many may wait for the database before new ones are let go
 */
@ConfigurationProperties("shop.events")
public record EventSettings(
        @DefaultValue("90d") Duration keep,
        @DefaultValue("500") int batch,
        @DefaultValue("20000") int waiting) {}
