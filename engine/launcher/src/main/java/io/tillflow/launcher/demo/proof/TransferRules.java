package io.tillflow.launcher.demo.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The shop's transfers between its locations against the ledger of stock movements. */
final class TransferRules {
    private TransferRules() {}

    static void check(Facts facts, Consumer<Violation> found) {
        Map<String, List<MovementFact>> booked = Facts.grouped(
                facts.movements().stream()
                        .filter(movement -> !movement.transfer().isEmpty())
                        .toList(),
                MovementFact::transfer);
        Set<String> still = facts.stock().stream().map(StockFact::sku).collect(Collectors.toSet());
        facts.transfers().stream()
                .filter(transfer -> still.contains(transfer.sku()))
                .forEach(transfer -> check(transfer, booked.getOrDefault(transfer.id(), List.of()), found));
        facts.transfers().forEach(transfer -> booked.remove(transfer.id()));
        booked.forEach((id, movements) -> found.accept(new Violation(
                Rule.BOOKED_TRANSFER_IS_KNOWN, id, "the shop knows no such transfer, but booked " + lines(movements))));
    }

    private static void check(TransferFact transfer, List<MovementFact> movements, Consumer<Violation> found) {
        List<String> due = new ArrayList<>();
        due.add(line(transfer.sku(), "TRANSFER_SENT", transfer.quantity(), transfer.origin()));
        if (transfer.arrived() != null && transfer.arrived() > 0) {
            String there = transfer.returned() ? transfer.origin() : transfer.target();
            due.add(line(transfer.sku(), "TRANSFER_ARRIVED", transfer.arrived(), there));
        }
        List<String> booked = lines(movements);
        if (!booked.equals(due.stream().sorted().toList())) {
            found.accept(new Violation(
                    Rule.TRANSFER_IS_BOOKED_ONCE, transfer.id(), "booked are %s, due are %s".formatted(booked, due)));
        }
    }

    private static List<String> lines(List<MovementFact> movements) {
        return movements.stream()
                .map(it -> line(it.sku(), it.kind(), it.quantity(), it.location()))
                .sorted()
                .toList();
    }

    private static String line(String sku, String kind, int quantity, String location) {
        return "%s %d %s at %s".formatted(kind, quantity, sku, location);
    }
}
