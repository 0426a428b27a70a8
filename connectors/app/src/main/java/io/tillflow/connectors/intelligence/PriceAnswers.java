package io.tillflow.connectors.intelligence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How demand of variants answers to their prices, as the live version says. */
@Repository
public class PriceAnswers {
    private final JdbcClient database;

    PriceAnswers(JdbcClient database) {
        this.database = database;
    }

    /** Which version, and the last day it knew. */
    public record Run(int version, LocalDate asOf) {}

    /**
     * One variant.
     *
     * @param price now, minor units
     * @param changedAt when that changed last
     * @param planned whether another price is planned, or holds for a time
     * @param weeklyUnits lately
     * @param elasticity percent of units a percent of price
     * @param error one standard error of it
     */
    public record Answer(
            String sku,
            String name,
            String variant,
            long price,
            @Nullable Instant changedAt,
            boolean planned,
            double weeklyUnits,
            double elasticity,
            double error,
            int weeks) {}

    /** Nothing before a version is live and was asked. */
    public Optional<Run> run() {
        return database.sql("select version, as_of from intelligence.score_run where model = 'price'")
                .query(Run.class)
                .optional();
    }

    /** What is sold most first. */
    public List<Answer> all() {
        return run().isEmpty()
                ? List.of()
                : database.sql("""
                        select a.sku, p.name, p.variant, p.price, p.changed_at, p.planned, a.weekly_units, a.elasticity, a.error, a.weeks
                          from intelligence.price_answer a join shop.reporting_price p using (sku)
                         order by a.weekly_units * p.price desc, a.sku
                        """).query(Answer.class).list();
    }
}
