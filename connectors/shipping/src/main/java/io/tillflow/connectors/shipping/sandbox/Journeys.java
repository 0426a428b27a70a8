package io.tillflow.connectors.shipping.sandbox;

import io.tillflow.connectors.provider.sandbox.Webhook;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentStatus;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Parcels arrive or get lost, and the shop hears of it by webhook. */
public final class Journeys {
    private static final JsonMapper JSON = new JsonMapper();

    private final ShipmentBook book;
    private final Webhooks webhooks;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Journeys(ShipmentBook book, Webhooks webhooks, TransactionOperations transaction, Clock clock) {
        this.book = book;
        this.webhooks = webhooks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ends a journey; ending it again changes nothing. */
    public Shipment end(String shipmentId, ShipmentStatus status) {
        return transaction.execute(tx -> {
            boolean ended = book.end(shipmentId, status);
            Shipment shipment = book.find(shipmentId)
                    .orElseThrow(() ->
                            new IllegalArgumentException("expected a shipment " + shipmentId + ", but there is none"))
                    .shipment();
            if (ended) {
                tell(shipment);
            }
            return shipment;
        });
    }

    /** Ends the journeys whose time has come. */
    public int endDue() {
        return transaction.execute(tx -> {
            List<ShipmentBook.Due> due = book.due();
            due.forEach(parcel -> end(parcel.id(), parcel.arrivesAs()));
            return due.size();
        });
    }

    private void tell(Shipment shipment) {
        String id = UUID.randomUUID().toString();
        String type = "shipment." + shipment.status().name().toLowerCase(Locale.ROOT);
        Map<String, Object> facts = Map.of(
                "id", shipment.id(),
                "reference", shipment.reference(),
                "trackingNumber", shipment.trackingNumber(),
                "status", shipment.status().name());
        String body = JSON.writeValueAsString(
                Map.of("id", id, "type", type, "created", clock.instant().toString(), "data", facts));
        webhooks.enqueue(SandboxShipping.PROVIDER, new Webhook(id, type, body, clock.instant()), 1);
    }
}
