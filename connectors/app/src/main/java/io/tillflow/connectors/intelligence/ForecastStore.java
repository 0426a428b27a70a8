package io.tillflow.connectors.intelligence;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Where the forecasts of all variants are kept, each beside its past. */
@Component
class ForecastStore implements Daily {
    /** As far as demand looks when nobody says. */
    static final int WEEKS = 13;

    /** What is kept to be held against what came is about so many weeks. */
    static final int FORETOLD_WEEKS = 4;

    private static final int FORETOLD_DAYS = 60;

    private final JdbcOperations database;
    private final CopyIn copies;
    private final Clock clock;

    ForecastStore(JdbcOperations database, CopyIn copies, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public LivingModel model() {
        return LivingModel.DEMAND;
    }

    /** Today is not over yet. */
    @Override
    public LocalDate asOf() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }

    @Override
    public Kept keep(LocalDate asOf, Path data, Path answers) {
        database.execute("""
                create temp table sold (sku text, day date, units float8, sold_out float8, discount float8, category text, price float8, since date)
                    on commit drop;
                create temp table foretold (sku text, step int, method text, mean float8, low float8, high float8, sum float8, sum_low float8,
                    sum_high float8, note text) on commit drop
                """);
        copies.read("sold", data);
        copies.read("foretold", answers);
        forget();
        int variants = database.update("""
                with weekly as (
                    select sku, (?::date - day) / 7 as ago, sum(units) as units, sum(sold_out) as sold_out
                      from sold where day <= ?::date group by 1, 2
                ), past as (
                    select k.sku, array_agg(coalesce(w.units, 0)::real order by ago desc) as units,
                           array_agg(coalesce(w.sold_out, 0)::real order by ago desc) as sold_out
                      from (select distinct sku from sold) k
                     cross join generate_series(0, least(25, (?::date - (select min(day) from sold) - 6) / 7)) as ago
                      left join weekly w using (sku, ago) group by k.sku
                )
                insert into intelligence.demand_forecast
                select f.sku, max(f.method), coalesce(max(f.note), ''), max(p.units), max(p.sold_out),
                       coalesce(array_agg(mean::real order by step) filter (where step > 0), '{}'),
                       coalesce(array_agg(low::real order by step) filter (where step > 0), '{}'),
                       coalesce(array_agg(high::real order by step) filter (where step > 0), '{}'),
                       coalesce(array_agg(sum::real order by step) filter (where step > 0), '{}'),
                       coalesce(array_agg(sum_low::real order by step) filter (where step > 0), '{}'),
                       coalesce(array_agg(sum_high::real order by step) filter (where step > 0), '{}')
                  from foretold f join past p using (sku) group by f.sku
                """, asOf, asOf, asOf);
        remember(asOf);
        return new Kept(variants, WEEKS, Optional.empty());
    }

    private void remember(LocalDate asOf) {
        database.update("""
                insert into intelligence.demand_foretold
                select sku, ?, sum from foretold where step = ? on conflict (sku, as_of) do update set units = excluded.units
                """, asOf, FORETOLD_WEEKS);
        database.update("delete from intelligence.demand_foretold where as_of < ?", asOf.minusDays(FORETOLD_DAYS));
    }

    @Override
    public void forget() {
        database.update("delete from intelligence.demand_forecast");
    }
}
