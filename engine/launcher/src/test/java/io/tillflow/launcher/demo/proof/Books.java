package io.tillflow.launcher.demo.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Accounts of one completed and one cancelled order that agree with each other, to be falsified by tests. */
final class Books {
    static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    static final String AT = NOW.toString();

    final List<OrderFact> orders = new ArrayList<>(List.of(order("A", "COMPLETED"), order("B", "CANCELLED")));
    final List<PaymentFact> payments = new ArrayList<>(List.of(payment("A", "CAPTURED"), payment("B", "VOIDED")));
    final List<MoneyFact> charges = new ArrayList<>(List.of(charge("A", 50_00)));
    final List<MoneyFact> refunds = new ArrayList<>();
    final List<MoneyFact> lostDisputes = new ArrayList<>();
    final List<MovementFact> movements = new ArrayList<>(List.of(
            movement(1, "RECEIVED", 10, ""),
            movement(2, "HELD", 2, ""),
            movement(3, "HOLD_RESERVED", 2, "A"),
            movement(4, "ALLOCATED", 2, "A"),
            movement(5, "SHIPPED", 2, "A"),
            movement(6, "HELD", 2, ""),
            movement(7, "HOLD_RESERVED", 2, "B"),
            transferred("main", 9, "TRANSFER_SENT", 3),
            transferred("north", 10, "TRANSFER_ARRIVED", 3),
            movement(8, "RESERVATION_RELEASED", 2, "B")));
    final List<StockFact> stock = new ArrayList<>(List.of(new StockFact("LAMP", 8, 0, 0, 0)));
    final List<PlaceFact> places =
            new ArrayList<>(List.of(new PlaceFact("LAMP", "main", 5, 0), new PlaceFact("LAMP", "north", 3, 0)));
    final List<TransferFact> transfers =
            new ArrayList<>(List.of(new TransferFact("t", "LAMP", "main", "north", 3, 3, false)));
    final List<ShareFact> shares = new ArrayList<>();
    final List<ShipmentFact> shipments = new ArrayList<>(List.of(parcel("A", "1")));
    final List<MailFact> mails = new ArrayList<>(List.of(confirmation("A", "m1"), confirmation("B", "m2")));
    final List<ReturnFact> returns = new ArrayList<>();
    final List<QuestionFact> questions = new ArrayList<>();
    final List<InstanceFact> instances =
            new ArrayList<>(List.of(instance(1, "A", "COMPLETED"), instance(2, "B", "COMPLETED")));

    final Set<String> setAside = new HashSet<>();

    Facts facts() {
        return new Facts(
                orders,
                payments,
                charges,
                refunds,
                lostDisputes,
                movements,
                stock,
                places,
                transfers,
                shares,
                shipments,
                mails,
                returns,
                questions,
                instances,
                setAside);
    }

    /** One more order, of which two payments have held money for so many minutes. */
    void holding(int one, int other) {
        orders.add(order("C", "PAID"));
        instances.add(instance(3, "C", "ACTIVE"));
        payments.add(new PaymentFact("pay-C", "id-C", "AUTHORISED", 50_00, "EUR", Duration.ofMinutes(one)));
        payments.add(new PaymentFact("pay-C2", "id-C", "AUTHORISED", 70_00, "EUR", Duration.ofMinutes(other)));
    }

    static OrderFact order(String number, String state) {
        return new OrderFact(
                "id-" + number,
                number,
                number + "@example.com",
                "demo",
                state,
                null,
                50_00,
                "EUR",
                "pay-" + number,
                Map.of("LAMP", 2),
                NOW);
    }

    static PaymentFact payment(String order, String status) {
        return new PaymentFact("pay-" + order, "id-" + order, status, 50_00, "EUR", Duration.ofHours(1));
    }

    static MoneyFact charge(String order, long amount) {
        return new MoneyFact("ch-" + order, "pay-" + order, "id-" + order, amount, "EUR", AT);
    }

    static MovementFact movement(int id, String kind, int quantity, String order) {
        return new MovementFact(
                Integer.toString(id), kind, "LAMP", quantity, order.isEmpty() ? "" : "id-" + order, "", "", "main", AT);
    }

    static MovementFact transferred(String location, int id, String kind, int quantity) {
        return new MovementFact(Integer.toString(id), kind, "LAMP", quantity, "", "", "t", location, AT);
    }

    static ShipmentFact parcel(String order, String id) {
        return new ShipmentFact(id, "id-" + order, "DELIVERED", "sandbox", "T" + id);
    }

    static ReturnFact sentBack(String order, long refunded, int restocked) {
        return new ReturnFact("r-" + order, "id-" + order, "REFUNDED", refunded, restocked, 0);
    }

    /** So many lamps in all, three of them in the north. */
    void lie(int onHand, int reserved, int allocated) {
        stock.set(0, new StockFact("LAMP", onHand, 0, reserved, allocated));
        places.set(0, new PlaceFact("LAMP", "main", onHand - 3, allocated));
    }

    /** Another lamp goes out for one that came back. */
    void exchanged(String state, String... movements) {
        returns.add(new ReturnFact("r-A", "id-A", state, 0, 0, 1));
        for (String kind : movements) {
            this.movements.add(
                    new MovementFact("x" + this.movements.size(), kind, "LAMP", 1, "", "r-A", "", "main", AT));
        }
        shipments.add(new ShipmentFact("9", "r-A", "DELIVERED", "sandbox", "T9"));
    }

    static MailFact confirmation(String order, String id) {
        return new MailFact(id, order + "@example.com", "Order " + order + " is confirmed", AT);
    }

    static QuestionFact asked(String order, int answers) {
        return new QuestionFact("q-" + order, "id-" + order, "ANSWERED", answers);
    }

    static MailFact answer(String order, String id) {
        return new MailFact(id, order + "@example.com", "Our answer about your order " + order, AT);
    }

    static InstanceFact instance(long key, String order, String state) {
        return new InstanceFact(key, order, 1, state, 0, NOW, "ACTIVE".equals(state) ? null : NOW, List.of());
    }
}
