package io.tillflow.connectors.settings;

import io.tillflow.connectors.data.analytics.posthog.PostHogSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who counts events. */
@ConfigurationProperties("tillflow.analytics")
record AnalyticsSettings(
        @DefaultValue("local") String provider,
        @DefaultValue PostHog posthog) {
    /** Where PostHog is: its cloud, or one of our own. */
    record PostHog(
            @DefaultValue("https://eu.posthog.com") String url,
            @DefaultValue("") String project,
            @DefaultValue("20s") Duration timeout) {
        /** Complete, or the start stops with a sentence. */
        PostHogSettings complete() {
            if (!url.matches("https?://[^/\\s]+/?")) {
                throw new IllegalArgumentException("expected where PostHog is, but TILLFLOW_ANALYTICS_POSTHOG_URL is '"
                        + url + "': set it to an address like https://eu.posthog.com");
            }
            String endpoint = url.replaceFirst("/$", "");
            String capture = endpoint.replaceFirst("^https://(eu|us)\\.posthog\\.com$", "https://$1.i.posthog.com");
            return new PostHogSettings(URI.create(endpoint), URI.create(capture), project, timeout);
        }
    }
}
