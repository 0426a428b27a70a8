package io.tillflow.storefront.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one network address may call the API.
 *
 * @param atOnce how many calls it may save up
 * @param perSecond how many it gets back a second
 */
@ConfigurationProperties("shop.calls")
record CallSettings(
        @DefaultValue("200") int atOnce, @DefaultValue("20") int perSecond) {
    CallSettings {
        if (atOnce < 1 || perSecond < 1) {
            throw new IllegalArgumentException(
                    "expected shop.calls.at-once and shop.calls.per-second of at least 1, but got " + atOnce + " and "
                            + perSecond);
        }
    }
}
