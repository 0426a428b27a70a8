package io.tillflow.processes;

/** Triggers whose message the analyst names, beyond the messages of the shipped models. */
public final class OfferedTrigger {
    @Trigger(
            name = "At a set time",
            help = "A schedule is due. Make the schedule under Automations, Schedules, and give it this message.",
            starts = true,
            example = """
                    {"schedule": {"id": "weekly-report", "due": "2026-03-02T08:00:00Z", "byHand": false}}""")
    public static final String SCHEDULE = "schedule";

    @Trigger(
            name = "Webhook called",
            help =
                    "Somebody outside calls. Make the webhook under Automations, Webhooks, and give it this message; it says what of the payload comes along.",
            starts = true,
            example = """
                    {"webhook": {"id": "contact-form", "event": "contact-form/evt_1", "byHand": false}}""")
    public static final String WEBHOOK = "webhook";

    @Trigger(
            name = "Wait for a webhook",
            help =
                    "Waits until somebody outside calls about this. Make the webhook under Automations, Webhooks, with this message and the place of its subject.",
            example = """
                    {"webhook": {"id": "warehouse", "event": "warehouse/evt_1", "byHand": false}}""")
    public static final String WEBHOOK_AWAITED = "webhook-awaited";

    private OfferedTrigger() {}
}
