package io.tillflow.connectors.intelligence;

import io.tillflow.connectors.intelligence.DemandForecasts.Expected;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is expected of all variants together, beside what is there of each, so that they can be ordered at once. */
@Repository
public class DemandNeeds {
    private static final int MOST = 5000;

    private final JdbcClient database;
    private final Clock clock;

    DemandNeeds(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A variant of which something is expected.
     *
     * @param price what it is sold for, minor units
     * @param available how many are free
     * @param awaited how many are on their way
     * @param pack how many are bought at once
     * @param cost of one when it was bought last, minor units; none when it never was
     */
    public record Need(
            String sku,
            String name,
            String variant,
            long price,
            int available,
            int awaited,
            int pack,
            @Nullable Long cost,
            Expected expected) {}

    /**
     * What is said more often first; nothing while no version is live, has not looked, or looked too long ago.
     *
     * @param days 1 to {@link DemandForecasts#MOST_DAYS}
     */
    public List<Need> of(int days) {
        DemandForecasts.refuse(days);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.sql("""
                select s.*, f.sum, f.sum_low, f.sum_high
                  from intelligence.demand_forecast f join shop.reporting_supply s using (sku)
                 where f.method <> 'none' and exists
                       (select 1 from intelligence.score_run where model = 'demand' and as_of >= :oldest)
                 order by f.sum[array_length(f.sum, 1)] desc, f.sku limit :most
                """)
                .param("oldest", today.minusDays(DemandForecasts.OLDEST_DAYS))
                .param("most", MOST)
                .query((row, n) -> need(row, days))
                .list();
    }

    private static Need need(ResultSet row, int days) throws SQLException {
        return new Need(
                row.getString("sku"),
                row.getString("name"),
                row.getString("variant"),
                row.getLong("price"),
                row.getInt("available"),
                row.getInt("awaited"),
                row.getInt("pack"),
                row.getObject("cost", Long.class),
                DemandForecasts.upTo(days, numbers(row, "sum"), numbers(row, "sum_low"), numbers(row, "sum_high")));
    }

    private static List<Float> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((Float[]) array.getArray());
    }
}
