package io.tillflow.connectors.intelligence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the live version says of the shop's customers, each called by the number of their first order. */
@Repository
public class CustomerScores {
    private static final String COLUMNS =
            "select customer, repeats, p_alive, expected_orders, expected_amount, value, next_order from intelligence.customer_score";

    private final JdbcClient database;

    CustomerScores(JdbcClient database) {
        this.database = database;
    }

    /** Which customers first. */
    public enum Order {
        /** Those expected to spend most. */
        VALUE(" where true order by value desc, customer"),
        /** Those who came again and have probably left, what they used to spend first. */
        LAPSED(" where repeats >= 2 and p_alive < 0.5 order by (repeats + 1) * expected_amount desc, customer");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /**
     * All together.
     *
     * @param weeks how far ahead is looked
     * @param gone how many have probably left
     * @param value minor units, expected of all
     */
    public record Totals(
            int version,
            LocalDate asOf,
            int weeks,
            String currency,
            int customers,
            Instant scoredAt,
            int gone,
            double expectedOrders,
            long value) {}

    /**
     * One customer.
     *
     * @param customer the number of their first order
     * @param repeats orders after the first
     * @param pAlive the probability that they have not left
     * @param expectedAmount of one order, minor units
     * @param nextOrder none when they have probably left
     */
    public record Score(
            String customer,
            int repeats,
            double pAlive,
            double expectedOrders,
            long expectedAmount,
            long value,
            @Nullable LocalDate nextOrder) {}

    /** Nothing before a version was live and scored. */
    public Optional<Totals> totals() {
        return database.sql("""
                select r.version, r.as_of, r.weeks, r.currency, r.scored as customers, r.scored_at,
                       count(*) filter (where s.p_alive < 0.5)::int as gone, coalesce(sum(s.expected_orders), 0) as expected_orders,
                       coalesce(sum(s.value), 0)::bigint as value
                  from intelligence.score_run r left join intelligence.customer_score s on true
                 where r.model = 'customer-value' group by r.model
                """).query(Totals.class).optional();
    }

    public List<Score> scores(Order order, int most) {
        return database.sql(COLUMNS + order.sql + " limit :most")
                .param("most", most)
                .query(Score.class)
                .list();
    }
}
