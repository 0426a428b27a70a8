package io.tillflow.connectors.intelligence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the scores are kept. */
@Component
class ScoreStore {
    private final JdbcOperations database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScoreStore(JdbcOperations database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    void replace(int version, LocalDate asOf, Path scores) {
        transaction.executeWithoutResult(status -> {
            database.execute("""
                    create temp table scored (customer text, repeats int, p_alive float8, expected_orders float8, expected_amount float8,
                        value float8, next_order date, note text) on commit drop
                    """);
            database.execute((ConnectionCallback<Long>) connection -> {
                try (InputStream in = Files.newInputStream(scores)) {
                    return connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy scored from stdin with (format csv, header)", in);
                } catch (IOException e) {
                    throw new UncheckedIOException("the scores cannot be read", e);
                }
            });
            database.update("delete from intelligence.customer_score");
            int customers = database.update("""
                    insert into intelligence.customer_score
                    select customer, repeats, p_alive, expected_orders, round(expected_amount * 100), round(value * 100), next_order from scored
                    """);
            database.update(
                    """
                    insert into intelligence.score_run (model, version, as_of, weeks, currency, customers, scored_at)
                    select ?, ?, ?, ?, currency, ?, ? from shop.reporting_purchase group by currency order by count(*) desc, currency limit 1
                    on conflict (model) do update set version = excluded.version, as_of = excluded.as_of, weeks = excluded.weeks,
                        currency = excluded.currency, customers = excluded.customers, scored_at = excluded.scored_at
                    """,
                    LivingModel.CUSTOMER_VALUE.word(),
                    version,
                    java.sql.Date.valueOf(asOf),
                    Scorer.WEEKS,
                    customers,
                    Timestamp.from(clock.instant()));
        });
    }
}
