package io.tillflow.connectors.suppliers.sandbox;

import java.time.Duration;

/**
 * How the sandbox's suppliers behave.
 *
 * @param confirmation how long they think about a purchase
 * @param delivery how long the goods are on their way then, whatever lead time they quoted
 */
public record SandboxSuppliersSettings(Duration confirmation, Duration delivery) {}
