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
            name = "Pattern seen",
            help =
                    "A figure of the shop is out of bounds. Make the pattern under Automations, Patterns, and give it this message; low and high are the bounds, sku names the article where each is watched by itself.",
            starts = true,
            example = """
                    {"pattern": {"id": "few-orders", "metric": "orders", "from": "2026-03-02T00:00:00Z", "to": "2026-03-03T00:00:00Z",
                                 "value": 12, "low": 30, "byHand": false}}""")
    public static final String PATTERN = "pattern";

    @Trigger(
            name = "Letter received",
            help =
                    "A letter arrived in a mailbox. Make the letterbox under Automations, Letterboxes, and give it this message; it says which parts of a letter come along. Attachments lie among the documents, as file says.",
            starts = true,
            example = """
                    {"letter": {"id": "service/<1@mail.example>", "letterbox": "service", "at": "2026-03-02T08:00:00Z", "automatic": "no",
                                "answers": "", "trouble": "", "from": "ada@example.com", "name": "Ada", "subject": "My order",
                                "text": "Where is it?", "cut": false,
                                "attachments": [{"name": "photo.jpg", "type": "image/jpeg", "bytes": 1200,
                                                 "file": "letters/service/2026-03-02/1f/1-photo.jpg", "checksum": "9c…"}], "leftOut": []}}""")
    public static final String LETTER = "letter";

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
