package io.tillflow.studio.automations;

/** What people make so that events come: a schedule, a pattern, a webhook, a letterbox. */
public interface Trigger {
    String id();
}
