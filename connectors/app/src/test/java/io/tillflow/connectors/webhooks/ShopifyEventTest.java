package io.tillflow.connectors.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.intake.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShopifyEventTest {
    /** As a store sends it, most of it left out. */
    static final String ORDER = """
            {"id": 820982911946154508, "admin_graphql_api_id": "gid://shopify/Order/820982911946154508", "app_id": null, "name": "#1001",
             "email": "mara@example.org", "phone": null, "created_at": "2026-03-02T12:00:00-05:00", "updated_at": "2026-03-02T12:30:00-05:00",
             "cancelled_at": null, "cancel_reason": null, "currency": "EUR", "total_price": "164.90", "total_weight": 1400,
             "financial_status": "pending", "fulfillment_status": null, "source_name": "web", "test": false,
             "customer": {"id": 115310627314723954, "first_name": "Mara", "last_name": "Lindqvist"},
             "shipping_address": {"name": "Mara Lindqvist", "address1": "Long Lane 1", "zip": "10115", "city": "Berlin", "country_code": "DE"},
             "line_items": [{"id": 1, "sku": "MUG-BLUE", "quantity": 2}, {"id": 2, "sku": "LAMP", "quantity": 1}]}
            """;

    static final String PAID = ORDER.replace("\"pending\"", "\"paid\"");

    private static final String CANCELLED = ORDER.replace(
            "\"cancelled_at\": null, \"cancel_reason\": null",
            "\"cancelled_at\": \"2026-03-02T13:00:00-05:00\", \"cancel_reason\": \"customer\"");

    private static Optional<Event> read(@Nullable String topic, String body) {
        return ShopifyEvent.read(topic, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsOfAnOrderWithoutItsShopper() {
        Event event = read("orders/create", ORDER).orElseThrow();
        assertThat(event.type()).isEqualTo("shopify-order-created");
        assertThat(event.subject()).isEqualTo("shopify-820982911946154508");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-03-02T17:00:00Z"));
        assertThat(JsonMapper.shared().readTree(event.data()))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"businessKey": "#1001", "order": {"id": "shopify-820982911946154508", "number": "#1001", "currency": "EUR", "total": 16490,
                 "items": 3, "weightGrams": 1400, "country": "DE", "channel": "web", "paid": false, "test": false}}
                """));
    }

    @Test
    void tellsOfPaymentAndCancellation() {
        assertThat(read("orders/paid", PAID).orElseThrow().type()).isEqualTo("shopify-order-paid");
        Event cancelled = read("orders/cancelled", CANCELLED).orElseThrow();
        assertThat(cancelled.type()).isEqualTo("shopify-order-cancelled");
        assertThat(cancelled.data()).contains("\"cancellation\":{\"reason\":\"customer\"}");
    }

    /** The topic is not signed, the order is: a body that was overheard cannot become other news. */
    @Test
    void believesATopicOnlyWhereTheOrderBearsItOut() {
        assertThat(read("orders/paid", ORDER)).isEmpty();
        assertThat(read("orders/cancelled", ORDER)).isEmpty();
        assertThat(read("orders/updated", ORDER)).isEmpty();
        assertThat(read(null, ORDER)).isEmpty();
    }

    @Test
    void isKnownByTopicAndOrderWhateverItsDeliveryIsCalled() {
        assertThat(read("orders/create", ORDER).orElseThrow().id())
                .isEqualTo(read("orders/create", PAID).orElseThrow().id())
                .isNotEqualTo(read("orders/paid", PAID).orElseThrow().id());
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> read("orders/create", "<html>")).hasMessageContaining("in JSON");
        assertThatThrownBy(() -> read("orders/create", ORDER.replace("820982911946154508,", "\"x\",")))
                .hasMessageContaining("expected id");
        assertThatThrownBy(() -> read("orders/create", ORDER.replace("164.90", "much")))
                .hasMessageContaining("total_price");
        assertThatThrownBy(() -> read("orders/create", ORDER.replace("2026-03-02T12:00:00-05:00", "today")))
                .hasMessageContaining("created_at");
    }

    /** Signed by openssl: printf '%s' '{"a":1}' | openssl dgst -sha256 -hmac shpss_secret -binary | base64. */
    @Test
    void believesOnlyWhatIsSignedWithOurSecret() {
        String signed = "A4QrSukM900xPWN3T+QOvBTdvyGDDRgc4+5MeDzZMYw=";
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(ShopifyWebhookController.genuine("shpss_secret", signed, body))
                .isTrue();
        assertThat(ShopifyWebhookController.genuine("shpss_secret", signed, new byte[0]))
                .isFalse();
        assertThat(ShopifyWebhookController.genuine("shpss_other", signed, body))
                .isFalse();
        assertThat(ShopifyWebhookController.genuine("shpss_secret", null, body)).isFalse();
    }
}
