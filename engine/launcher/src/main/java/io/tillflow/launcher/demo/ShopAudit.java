package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.proof.Comparison;
import io.tillflow.launcher.demo.proof.Facts;
import io.tillflow.launcher.demo.proof.MoneyFact;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.proof.Steady;
import io.tillflow.launcher.demo.proof.Told;
import io.tillflow.launcher.demo.proof.Violation;
import io.tillflow.launcher.demo.suite.Books;
import io.tillflow.launcher.demo.suite.Http;
import io.tillflow.launcher.demo.suite.Merchant;
import io.tillflow.launcher.demo.suite.Pause;
import io.tillflow.launcher.demo.suite.Providers;
import io.tillflow.launcher.demo.suite.Suite;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything the shop ever sold, held against everything else that was written down of it. */
record ShopAudit(Facts facts, List<Violation> violations) {
    private static final String OWN_CURRENCY = "EUR";
    private static final int READINGS = 6;
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(3);

    static ShopAudit of(Suite suite, Http http, Clock clock) {
        Books books = new Books(new Merchant(suite, http), new Providers(suite, http, clock), suite.history());
        List<Facts> readings = new ArrayList<>();
        List<Violation> violations = Steady.violations(
                () -> {
                    if (!readings.isEmpty()) {
                        Pause.of(BETWEEN_READINGS);
                    }
                    readings.clear();
                    readings.add(books.all());
                    return Comparison.violations(readings.getFirst(), Told.NOTHING);
                },
                READINGS);
        return new ShopAudit(readings.getFirst(), violations);
    }

    boolean holds() {
        return violations.isEmpty();
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", holds());
        document.put("orders", facts.orders().size());
        document.put("charges", facts.charges().size());
        document.put("movements", facts.movements().size());
        Map<String, SortedMap<String, Long>> sums = new LinkedHashMap<>();
        sums.put("sum_orders", sumOrders());
        sums.put("sum_captured", sum(facts.charges()));
        sums.put("sum_refunded", sum(facts.refunds()));
        sums.put("sum_lost_in_disputes", sum(facts.lostDisputes()));
        sums.forEach((name, each) -> document.put(name, each.getOrDefault(OWN_CURRENCY, 0L)));
        document.put("other_currencies", others(sums));
        document.put("violations", violations.stream().map(DemoReport::row).toList());
        return document;
    }

    void print(PrintStream out) {
        out.printf(
                "%d orders, %d charges, %d stock movements; ordered %s, captured %s, refunded %s, lost in disputes %s (minor units)%n",
                facts.orders().size(),
                facts.charges().size(),
                facts.movements().size(),
                text(sumOrders()),
                text(sum(facts.charges())),
                text(sum(facts.refunds())),
                text(sum(facts.lostDisputes())));
        violations.forEach(
                violation -> out.printf("%s %s: %s%n", violation.rule().text(), violation.id(), violation.detail()));
        out.println(holds() ? "They agree." : violations.size() + " violations.");
        out.flush();
    }

    /** What all orders that were not cancelled come to, in each currency: two are never added up. */
    private SortedMap<String, Long> sumOrders() {
        return sums(facts.orders().stream().filter(order -> !order.cancelled()), OrderFact::currency, OrderFact::total);
    }

    private static SortedMap<String, Long> sum(List<MoneyFact> money) {
        return sums(money.stream(), MoneyFact::currency, MoneyFact::amount);
    }

    /** The same sums of each currency but the shop's own, by currency. */
    private static SortedMap<String, Map<String, Long>> others(Map<String, SortedMap<String, Long>> sums) {
        SortedMap<String, Map<String, Long>> others = new TreeMap<>();
        sums.values().stream()
                .flatMap(each -> each.keySet().stream())
                .filter(currency -> !currency.equals(OWN_CURRENCY))
                .forEach(currency -> others.computeIfAbsent(currency, it -> {
                    Map<String, Long> own = new LinkedHashMap<>();
                    sums.forEach((name, each) -> own.put(name, each.getOrDefault(it, 0L)));
                    return own;
                }));
        return others;
    }

    private static <T> SortedMap<String, Long> sums(
            Stream<T> facts, Function<T, String> currency, ToLongFunction<T> amount) {
        return facts.collect(Collectors.groupingBy(currency, TreeMap::new, Collectors.summingLong(amount)));
    }

    private static String text(SortedMap<String, Long> sums) {
        return sums.isEmpty()
                ? "nothing"
                : sums.entrySet().stream()
                        .map(it -> it.getValue() + " " + it.getKey())
                        .collect(Collectors.joining(" + "));
    }
}
