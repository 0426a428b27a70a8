package io.tillflow.connectors.shipping.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import io.tillflow.connectors.shipping.ReturnLabel;
import io.tillflow.connectors.shipping.ReturnRequest;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentStatus;
import io.tillflow.connectors.shipping.Shipping;
import io.tillflow.connectors.shipping.ShippingContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxShippingIT extends ShippingContract {
    private final JdbcClient database = TestDatabase.jdbc();
    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final ShipmentBook book = new ShipmentBook(database, clock);
    private final Faults faults = new Faults(database, new Random(7));
    private final Journeys journeys = new Journeys(
            book, new Webhooks(database, faults, new Random(7), clock, () -> {}), TestDatabase.transaction(), clock);
    private final SandboxShipping sandbox = new SandboxShipping(
            book,
            new IdempotentCalls(database, TestDatabase.transaction()),
            faults,
            new SandboxShippingSettings(Duration.ofMinutes(1)),
            clock);

    @Override
    protected Shipping shipping() {
        return sandbox;
    }

    @Override
    protected String undeliverablePostcode() {
        return "00001";
    }

    @Override
    protected void deliver(Shipment shipment) {
        journeys.end(shipment.id(), ShipmentStatus.DELIVERED);
    }

    @Test
    void aParcelArrivesByItselfAndSaysSoOnce() {
        Shipment shipment = shipped("10115");
        journeys.endDue();
        assertThat(status(shipment)).isEqualTo(ShipmentStatus.IN_TRANSIT);

        clock.advance(Duration.ofSeconds(61));
        journeys.endDue();
        journeys.end(shipment.id(), ShipmentStatus.DELIVERED);
        assertThat(status(shipment)).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(webhookTypes()).containsExactly("shipment.delivered");
    }

    @Test
    void someParcelsGetLost() {
        Shipment shipment = shipped("00002");
        clock.advance(Duration.ofSeconds(61));
        journeys.endDue();
        assertThat(status(shipment)).isEqualTo(ShipmentStatus.LOST);
        assertThat(webhookTypes()).containsExactly("shipment.lost");
    }

    @Test
    void someParcelsTravelUntilSomebodyEndsIt() {
        Shipment shipment = shipped("00006");
        clock.advance(Duration.ofDays(100));
        journeys.endDue();
        assertThat(status(shipment)).isEqualTo(ShipmentStatus.IN_TRANSIT);
        journeys.end(shipment.id(), ShipmentStatus.LOST);
        assertThat(status(shipment)).isEqualTo(ShipmentStatus.LOST);
    }

    @Test
    void aCarrierThatTimesOutTwiceTakesTheParcelTheThirdTime() {
        assertThatThrownBy(() -> shipped("00004")).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> shipped("00004")).isInstanceOf(ProviderUnavailable.class);
        assertThat(shipped("00004").trackingNumber()).startsWith("ULM");
    }

    @Test
    void aCarrierThatIsDownComesBackAfterFiveCalls() {
        for (int call = 0; call < 5; call++) {
            assertThatThrownBy(() -> shipped("00003")).isInstanceOf(ProviderUnavailable.class);
        }
        assertThat(shipped("00003").trackingNumber()).startsWith("ULM");
    }

    @Test
    void theTrackingPageTellsTheTownAndNotTheStreet() {
        ResponseEntity<String> page =
                new TrackingPageController(book).page(shipped("10115").trackingNumber(), Locale.ENGLISH);
        assertThat(page.getBody()).contains("On its way", "Berlin").doesNotContain("Long Lane", "Lindqvist");
        assertThat(new TrackingPageController(book)
                        .page("ULM0", Locale.ENGLISH)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void aReturnLabelCanBePrinted() {
        ReturnLabel label =
                sandbox.returnLabel(new ReturnRequest(order, request("10115").recipient(), 600), key());
        assertThat(label.url()).contains(label.trackingNumber());
        assertThat(new TrackingPageController(book)
                        .label(label.trackingNumber(), Locale.GERMANY)
                        .getBody())
                .contains("lang=\"de\"", "Rücksende-Etikett", "600 g");
    }

    @Test
    void aParcelThatWasTakenBackNeverArrives() {
        Shipment shipment = shipped("10115");
        sandbox.cancel(shipment.id(), key());
        clock.advance(Duration.ofDays(2));
        journeys.endDue();
        assertThat(status(shipment)).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(webhookTypes()).isEmpty();
    }

    private ShipmentStatus status(Shipment shipment) {
        return sandbox.find(shipment.id()).orElseThrow().status();
    }

    private List<String> webhookTypes() {
        return database.sql("select type from connectors.sandbox_webhook where body like :order order by seq")
                .param("order", "%" + order + "%")
                .query(String.class)
                .list();
    }
}
