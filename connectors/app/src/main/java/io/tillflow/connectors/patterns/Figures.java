package io.tillflow.connectors.patterns;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A metric window by window, from what the shop reports and from the events that came in. */
@Repository
class Figures {
    private static final String FACTS = """
            (select fact, at, origin, sku, units, amount, currency from shop.reporting_fact
             union all
             select 'declined-payment', occurred_at, 'own', null, 1, 0, null from connectors.inbox where type = 'payment-declined') as facts
            """;

    /** In which sums of money are told: the newest order's. */
    private static final String CURRENCY =
            "(select currency from shop.reporting_fact where fact = 'order' order by at desc limit 1)";

    private final JdbcClient database;

    Figures(JdbcClient database) {
        this.database = database;
    }

    private record Sum(String subject, int slot, @Nullable Double value, long base) {}

    /**
     * The values of each subject. Before the shop's first order, and where a share has too few orders, nothing is known: NaN.
     *
     * @param edges the windows' beginnings, and the last one's end
     */
    Map<String, double[]> of(Rule rule, List<Instant> edges) {
        int windows = edges.size() - 1;
        Optional<Instant> opened = opened(rule.metric());
        double[] nothing = new double[windows];
        for (int i = 0; i < windows; i++) {
            boolean known = opened.isPresent() && !edges.get(i).isBefore(opened.get());
            nothing[i] = known && rule.metric().base().isEmpty() ? 0 : Double.NaN;
        }
        Map<String, double[]> values = new HashMap<>();
        if (rule.each().equals(Rule.SHOP)) {
            values.put("", nothing.clone());
        }
        for (Sum sum : sums(rule, edges)) {
            double[] all = values.computeIfAbsent(sum.subject(), subject -> nothing.clone());
            if (opened.isPresent() && !edges.get(sum.slot() - 1).isBefore(opened.get())) {
                all[sum.slot() - 1] = value(rule, sum);
            }
        }
        return values;
    }

    private static double value(Rule rule, Sum sum) {
        double value = sum.value() == null ? 0 : sum.value();
        if (rule.metric().base().isEmpty()) {
            return value;
        }
        if (sum.base() < Math.max(1, rule.fewest())) {
            return Double.NaN;
        }
        return rule.metric().unit() == Metric.Unit.PERCENT ? 100 * value / sum.base() : value / sum.base();
    }

    /** Names of facts and columns are the metrics' own words. */
    private List<Sum> sums(Rule rule, List<Instant> edges) {
        Metric metric = rule.metric();
        String base = metric.base().orElse(metric.fact());
        String starts = edges.stream()
                .limit(edges.size() - 1L)
                .map(Instant::toString)
                .collect(Collectors.joining(",", "{", "}"));
        return database.sql("select " + (rule.each().equals(Rule.SKU) ? "sku" : "''") + " as subject,"
                        + " width_bucket(at, cast(:starts as timestamptz[])) as slot,"
                        + " sum(" + metric.column() + ") filter (where fact = '" + metric.fact()
                        + "')::float8 as value,"
                        + " coalesce(sum(units) filter (where fact = '" + base + "'), 0) as base from " + FACTS
                        + " where fact in ('" + metric.fact() + "', '" + base + "') and at >= :from and at < :to"
                        + (metric.knowsPastOrders() ? "" : " and origin = 'own'")
                        + (metric.unit() == Metric.Unit.MONEY ? " and currency = " + CURRENCY : "")
                        + (rule.each().equals(Rule.SKU) ? " and sku is not null" : "")
                        + " group by 1, 2")
                .param("starts", starts)
                .param("from", Timestamp.from(edges.getFirst()))
                .param("to", Timestamp.from(edges.getLast()))
                .query(Sum.class)
                .list();
    }

    /** Empty before the first order, and while the shop cannot be asked. */
    Optional<String> currency() {
        try {
            return database.sql("select " + CURRENCY).query(String.class).optional();
        } catch (DataAccessException unread) {
            return Optional.empty();
        }
    }

    private Optional<Instant> opened(Metric metric) {
        return database.sql("select min(at) from shop.reporting_fact where fact = 'order'"
                        + (metric.knowsPastOrders() ? "" : " and origin = 'own'"))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
