package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.payments.CaptureResult;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentRequest;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.TestDatabase;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Disputes through the sandbox bank, its webhooks, the shipped process and the real broker; only the shop is a fake. */
class DisputeJourneyIT {
    private static final Money PRICE = new Money(11_200, "EUR");

    private static FakeShop shop;
    private static RunningApp app;

    private final JdbcClient database = TestDatabase.jdbc();
    private final String order = UUID.randomUUID().toString();

    @BeforeAll
    static void startTheApp() throws Exception {
        shop = new FakeShop();
        app = RunningApp.start(shop);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000259, FRAUDULENT, Dispute won: the money stays with the shop., 0",
        "4000000000002685, NOT_RECEIVED, Dispute lost: the money went back to the shopper., 11200"
    })
    void whatArrivedIsContestedWithItsParcelAndTheVerdictNoted(String card, String reason, String verdict, long lost)
            throws Exception {
        shop.knows(order, "mara@example.org", "10115", PRICE.minorUnits(), "DELIVERED");
        capture(card);

        await().atMost(OrderJourneyIT.PATIENCE)
                .untilAsserted(() -> assertThat(shop.notesOf(order))
                        .containsExactly(
                                "Disputed: a bank wants 112.00 EUR back (" + reason + "). Order U-1001 is delivered."
                                        + " The parcel's number at DHL is ULM1.",
                                verdict));
        assertThat(database.sql("""
                        select taken_back from connectors.sandbox_dispute where reference = :order and tracking_number = 'ULM1'
                        """).param("order", order).query(Long.class).single())
                .isEqualTo(lost);
    }

    private void capture(String card) throws Exception {
        Payments payments = app.bean(Payments.class);
        Payment payment = payments.open(new PaymentRequest(order, PRICE, "/orders/" + order), order);
        assertThat(app.exchange(HttpRequest.newBuilder(app.at(payment.url()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "cardNumber=" + card, StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(payments.capture(payment.id(), PRICE, new EffectKey(order + "/capture-payment/1")))
                .isInstanceOf(CaptureResult.Captured.class);
    }
}
