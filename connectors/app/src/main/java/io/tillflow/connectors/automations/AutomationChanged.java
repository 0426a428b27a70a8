package io.tillflow.connectors.automations;

/** Told after the state of an automation, or what begins it, has changed for good. */
public record AutomationChanged(String processId) {}
