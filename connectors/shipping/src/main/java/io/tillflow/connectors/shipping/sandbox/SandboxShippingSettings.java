package io.tillflow.connectors.shipping.sandbox;

import java.time.Duration;

/**
 * How the sandbox's carriers behave.
 *
 * @param transit how long a parcel is on its way
 */
public record SandboxShippingSettings(Duration transit) {}
