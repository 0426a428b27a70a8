package io.tillflow.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.demo.proof.Facts;
import io.tillflow.launcher.demo.proof.MoneyFact;
import io.tillflow.launcher.demo.proof.OrderFact;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShopAuditTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

    @Test
    void addsUpEachCurrencyForItself() {
        ShopAudit audit = new ShopAudit(
                facts(
                        List.of(order("A", 5000, "EUR"), order("B", 115_000, "SEK"), order("C", 230_000, "SEK")),
                        List.of(charge("A", 5000, "EUR"), charge("B", 115_000, "SEK"))),
                List.of());
        assertThat(audit.document())
                .containsEntry("sum_orders", 5000L)
                .containsEntry("sum_captured", 5000L)
                .containsEntry("sum_refunded", 0L)
                .containsEntry(
                        "other_currencies",
                        Map.of(
                                "SEK",
                                Map.of(
                                        "sum_orders", 345_000L,
                                        "sum_captured", 115_000L,
                                        "sum_refunded", 0L,
                                        "sum_lost_in_disputes", 0L)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        audit.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ordered 5000 EUR + 345000 SEK, captured 5000 EUR + 115000 SEK, refunded nothing");
    }

    private static OrderFact order(String number, long total, String currency) {
        return new OrderFact(
                "id-" + number,
                number,
                "a@example.com",
                "demo",
                "COMPLETED",
                null,
                total,
                currency,
                "pay-" + number,
                Map.of("LAMP", 1),
                NOW);
    }

    private static MoneyFact charge(String order, long amount, String currency) {
        return new MoneyFact("ch-" + order, "pay-" + order, "id-" + order, amount, currency, NOW.toString());
    }

    private static Facts facts(List<OrderFact> orders, List<MoneyFact> charges) {
        List<MoneyFact> none = List.of();
        return new Facts(
                orders, List.of(), charges, none, none, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());
    }
}
