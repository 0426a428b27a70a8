package io.tillflow.connectors.intelligence;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Where it is kept how demand of each variant answers to its price. */
@Component
class PriceStore implements Daily {
    private static final int LATELY = 8;

    private final JdbcOperations database;
    private final CopyIn copies;
    private final Clock clock;

    PriceStore(JdbcOperations database, CopyIn copies, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public LivingModel model() {
        return LivingModel.PRICE;
    }

    @Override
    public LocalDate asOf() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }

    /** The answers are in the order of the data, numbered from 1. */
    @Override
    public Kept keep(LocalDate asOf, Path data, Path answers) {
        database.execute("""
                create temp table offered (n bigserial, store text, sku text, week int, price float8, units float8) on commit drop;
                create temp table answered (n bigint, log_units float8, units float8, q05 float8, q95 float8, elasticity float8, error float8,
                    proposed_change float8, profit_change float8, profit_change_at_worst float8, note text) on commit drop
                """);
        copies.read("offered (store, sku, week, price, units)", data);
        copies.read("answered", answers);
        forget();
        int variants = database.update("""
                insert into intelligence.price_answer
                select sku, avg(units) filter (where latest <= ?), max(elasticity) filter (where latest = 1),
                       max(error) filter (where latest = 1), count(*)
                  from (select o.sku, o.units, a.elasticity, a.error, row_number() over (partition by o.sku order by o.week desc) as latest
                          from offered o join answered a using (n)) as each
                 group by sku having max(elasticity) filter (where latest = 1) is not null
                """, LATELY);
        return new Kept(variants, 0, Optional.empty());
    }

    @Override
    public void forget() {
        database.update("delete from intelligence.price_answer");
    }
}
