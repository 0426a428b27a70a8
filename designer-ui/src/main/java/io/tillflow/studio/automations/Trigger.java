package io.tillflow.studio.automations;

/** What people make so that events come: a schedule, a pattern, a webhook. */
public interface Trigger {
    String id();
}
