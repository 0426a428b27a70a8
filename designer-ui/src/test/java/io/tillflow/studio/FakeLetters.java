package io.tillflow.studio;

import java.util.Map;

/** What connectors answer about letters and where none goes. */
final class FakeLetters {
    private static final String NOBODY = """
            {"seq": 7, "shown": "m…@example.org", "cause": "REFUSED", "reason": "the mail server refused it with code 550",
             "addedAt": "2026-03-02T12:00:00Z", "addedBy": "Automation"}""";

    static final Map<String, String> ANSWERS = Map.of(
            "GET /api/v1/messaging/templates",
            """
            {"items": [{"name": "cart-reminder", "languages": ["en", "de"], "facts": ["cartUrl", "stopUrl"], "stoppable": true}]}""",
            "GET /api/v1/messaging/templates/cart-reminder?language=en",
            """
            {"subject": "Still there for you", "text": "Your cart is kept.",
             "html": "<!doctype html><html lang='en'><title>t</title><p>Your cart is kept.</p></html>"}""",
            "GET /api/v1/messaging/suppressed?limit=500",
            "{\"items\": [" + NOBODY + "], \"next\": null}",
            "POST /api/v1/messaging/suppressed",
            NOBODY,
            "DELETE /api/v1/messaging/suppressed/7",
            NOBODY);

    private FakeLetters() {}
}
