/** Events kept by PostHog. */
@NullMarked
package io.tillflow.connectors.data.analytics.posthog;

import org.jspecify.annotations.NullMarked;
