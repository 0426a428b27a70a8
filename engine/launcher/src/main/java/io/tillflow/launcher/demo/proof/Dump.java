package io.tillflow.launcher.demo.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the parts' accounts as they are, so that an outsider can compare them without this program. */
public final class Dump {
    private Dump() {}

    /** Writes orders, charges, refunds, lost disputes, returns, movements, shipments, messages and instances as CSV files into a folder. */
    public static void write(Facts facts, Path folder) {
        try {
            Files.createDirectories(folder);
            orders().write(folder.resolve("orders.csv"), facts.orders());
            money().write(folder.resolve("charges.csv"), facts.charges());
            money().write(folder.resolve("refunds.csv"), facts.refunds());
            money().write(folder.resolve("lost-disputes.csv"), facts.lostDisputes());
            payments().write(folder.resolve("payments.csv"), facts.payments());
            returns().write(folder.resolve("returns.csv"), facts.returns());
            movements().write(folder.resolve("movements.csv"), facts.movements());
            shipments().write(folder.resolve("shipments.csv"), facts.shipments());
            messages().write(folder.resolve("messages.csv"), facts.mails());
            instances().write(folder.resolve("instances.csv"), facts.instances());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("expected to write into " + folder, unwritable);
        }
    }

    private static Csv<OrderFact> orders() {
        return new Csv<OrderFact>()
                .column("id", OrderFact::id)
                .column("number", OrderFact::number)
                .column("channel", OrderFact::channel)
                .column("state", OrderFact::state)
                .column("reason", OrderFact::reason)
                .column("total", OrderFact::total)
                .column("currency", OrderFact::currency)
                .column("units", order -> units(order.units()))
                .column("placed_at", OrderFact::placedAt);
    }

    private static String units(Map<String, Integer> units) {
        return new TreeMap<>(units)
                .entrySet().stream()
                        .map(unit -> unit.getValue() + "x" + unit.getKey())
                        .collect(Collectors.joining(" "));
    }

    private static Csv<MoneyFact> money() {
        return new Csv<MoneyFact>()
                .column("id", MoneyFact::id)
                .column("payment_id", MoneyFact::payment)
                .column("order_id", MoneyFact::order)
                .column("amount", MoneyFact::amount)
                .column("currency", MoneyFact::currency)
                .column("at", MoneyFact::at);
    }

    private static Csv<ReturnFact> returns() {
        return new Csv<ReturnFact>()
                .column("id", ReturnFact::id)
                .column("order_id", ReturnFact::order)
                .column("state", ReturnFact::state)
                .column("refunded", ReturnFact::refunded)
                .column("restocked", ReturnFact::restocked);
    }

    private static Csv<PaymentFact> payments() {
        return new Csv<PaymentFact>()
                .column("id", PaymentFact::id)
                .column("order_id", PaymentFact::order)
                .column("status", PaymentFact::status)
                .column("amount", PaymentFact::amount)
                .column("currency", PaymentFact::currency);
    }

    private static Csv<MovementFact> movements() {
        return new Csv<MovementFact>()
                .column("id", MovementFact::id)
                .column("kind", MovementFact::kind)
                .column("sku", MovementFact::sku)
                .column("quantity", MovementFact::quantity)
                .column("order_id", MovementFact::order)
                .column("at", MovementFact::at)
                .column("location", MovementFact::location);
    }

    private static Csv<ShipmentFact> shipments() {
        return new Csv<ShipmentFact>()
                .column("id", ShipmentFact::id)
                .column("order_id", ShipmentFact::order)
                .column("status", ShipmentFact::status)
                .column("carrier", ShipmentFact::carrier)
                .column("tracking_number", ShipmentFact::trackingNumber);
    }

    private static Csv<MailFact> messages() {
        return new Csv<MailFact>()
                .column("id", MailFact::id)
                .column("to", MailFact::to)
                .column("subject", MailFact::subject)
                .column("at", MailFact::at);
    }

    private static Csv<InstanceFact> instances() {
        return new Csv<InstanceFact>()
                .column("key", InstanceFact::key)
                .column("order_number", InstanceFact::order)
                .column("version", InstanceFact::version)
                .column("state", InstanceFact::state)
                .column("open_incidents", InstanceFact::openIncidents)
                .column("started_at", InstanceFact::startedAt)
                .column("ended_at", InstanceFact::endedAt);
    }
}
