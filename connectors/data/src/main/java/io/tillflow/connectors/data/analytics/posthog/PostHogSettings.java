package io.tillflow.connectors.data.analytics.posthog;

import java.net.URI;
import java.time.Duration;

/**
 * @param endpoint of what is asked
 * @param capture of what is told; PostHog's cloud has a host of its own for it
 * @param project the number of the project whose events are counted
 */
public record PostHogSettings(URI endpoint, URI capture, String project, Duration timeout) {
    public PostHogSettings {
        if (!project.matches("[1-9]\\d*")) {
            throw new IllegalArgumentException("expected the number of a project of PostHog, but it is '" + project
                    + "': set TILLFLOW_ANALYTICS_POSTHOG_PROJECT");
        }
    }
}
