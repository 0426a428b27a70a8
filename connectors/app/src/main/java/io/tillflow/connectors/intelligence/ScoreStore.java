package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intelligence.Daily.Kept;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Where the scores of customers are kept. */
@Component
class ScoreStore implements Daily {
    /** As far as customer-value looks when nobody says. */
    private static final int WEEKS = 39;

    private final JdbcOperations database;
    private final CopyIn copies;
    private final Clock clock;

    ScoreStore(JdbcOperations database, CopyIn copies, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public LivingModel model() {
        return LivingModel.CUSTOMER_VALUE;
    }

    @Override
    public LocalDate asOf() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public Kept keep(LocalDate asOf, Path data, Path answers) {
        database.execute("""
                create temp table scored (customer text, repeats int, p_alive float8, expected_orders float8, expected_amount float8,
                    value float8, next_order date, note text) on commit drop
                """);
        copies.read("scored", answers);
        forget();
        int customers = database.update("""
                insert into intelligence.customer_score
                select customer, repeats, p_alive, expected_orders, round(expected_amount * 100), round(value * 100), next_order from scored
                """);
        Optional<String> currency = database
                .queryForList(
                        "select currency from shop.reporting_purchase group by currency order by count(*) desc, currency limit 1",
                        String.class)
                .stream()
                .findFirst();
        return new Kept(customers, WEEKS, currency);
    }

    @Override
    public void forget() {
        database.update("delete from intelligence.customer_score");
    }
}
