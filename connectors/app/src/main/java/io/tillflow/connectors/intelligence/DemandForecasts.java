package io.tillflow.connectors.intelligence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much of a variant will be asked for, as the live version says; whole and part weeks, since those are what it knows. */
@Repository
public class DemandForecasts {
    /** As far as it looks. */
    public static final int MOST_DAYS = ForecastStore.WEEKS * 7;

    private static final String FACTS = """
            select r.version, r.as_of, f.sku, f.method, f.note, f.past, f.sold_out, f.mean, f.low, f.high, f.sum, f.sum_low, f.sum_high, v.coverage
              from intelligence.score_run r join intelligence.model_version v using (model, version)
              left join intelligence.demand_forecast f on f.sku = :sku where r.model = 'demand'
            """;

    /** What is older says too little of the days ahead to order by it. */
    static final int OLDEST_DAYS = 3;

    private final JdbcClient database;
    private final Clock clock;

    DemandForecasts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is said of a variant.
     *
     * @param version none while no version is live and has looked
     * @param asOf the last day that was known
     * @param missing why nothing is said; none where something is
     * @param oddity what is odd about its past; none where nothing is
     * @param coverage the share of what came that such intervals held when the version was tried
     */
    public record Outlook(
            String sku,
            @Nullable Integer version,
            @Nullable LocalDate asOf,
            @Nullable String method,
            @Nullable String missing,
            @Nullable String oddity,
            @Nullable Double coverage,
            List<Week> past,
            List<Week> ahead,
            @Nullable Expected expected) {
        static Outlook without(String sku, String missing) {
            return new Outlook(sku, null, null, null, missing, null, null, List.of(), List.of(), null);
        }
    }

    /**
     * Seven days.
     *
     * @param soldOut on how many of the days it could not be had; of weeks ahead none
     */
    public record Week(LocalDate from, double units, double low, double high, double soldOut) {}

    /** Units of the next so many days together, with their 90 % interval. */
    public record Expected(int days, double units, double low, double high) {}

    /** Units expected in the days after the last known one; nothing where nothing is said of it. */
    public Optional<Expected> expected(String sku, int days) {
        return Optional.ofNullable(of(sku, days).expected());
    }

    /** @param days of {@link Outlook#expected}, 1 to {@link #MOST_DAYS} */
    public Outlook of(String sku, int days) {
        refuse(days);
        return database.sql(FACTS)
                .param("sku", sku)
                .query((row, n) -> outlook(row, sku, days, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .optional()
                .orElseGet(() -> Outlook.without(sku, "no demand model is in use"));
    }

    static void refuse(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("expected 1 to " + MOST_DAYS + " days, but got " + days);
        }
    }

    private static Outlook outlook(ResultSet row, String sku, int days, LocalDate today) throws SQLException {
        int version = row.getInt("version");
        LocalDate asOf = row.getObject("as_of", LocalDate.class);
        String method = row.getString("method");
        String note = row.getString("note");
        Double coverage = row.getObject("coverage", Double.class);
        if (method == null) {
            String missing = "none of it was sold until " + asOf;
            return new Outlook(sku, version, asOf, null, missing, null, coverage, List.of(), List.of(), null);
        }
        List<Week> past = past(row, asOf);
        if (method.equals("none")) {
            return new Outlook(sku, version, asOf, null, note, null, coverage, past, List.of(), null);
        }
        if (asOf.isBefore(today.minusDays(OLDEST_DAYS))) {
            String missing = "last foretold as of " + asOf;
            return new Outlook(sku, version, asOf, null, missing, null, coverage, past, List.of(), null);
        }
        String oddity = note.isEmpty() ? null : note;
        Expected expected = upTo(days, numbers(row, "sum"), numbers(row, "sum_low"), numbers(row, "sum_high"));
        return new Outlook(sku, version, asOf, method, null, oddity, coverage, past, ahead(row, asOf), expected);
    }

    private static List<Week> past(ResultSet row, LocalDate asOf) throws SQLException {
        List<Float> units = numbers(row, "past");
        List<Float> soldOut = numbers(row, "sold_out");
        List<Week> weeks = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            LocalDate from = asOf.plusDays(1).minusWeeks(units.size() - i);
            float sold = units.get(i);
            weeks.add(new Week(from, sold, sold, sold, soldOut.get(i)));
        }
        return weeks;
    }

    private static List<Week> ahead(ResultSet row, LocalDate asOf) throws SQLException {
        List<Float> units = numbers(row, "mean");
        List<Float> low = numbers(row, "low");
        List<Float> high = numbers(row, "high");
        List<Week> weeks = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            LocalDate from = asOf.plusDays(1).plusWeeks(i);
            weeks.add(new Week(from, units.get(i), low.get(i), high.get(i), 0));
        }
        return weeks;
    }

    /**
     * Of the whole weeks together, and of the week that is begun as much as its days. Of less than a week the bounds are further from
     * what is expected than that: single days differ more than their week.
     */
    static Expected upTo(int days, List<Float> sums, List<Float> lows, List<Float> highs) {
        double units = upTo(days, sums);
        if (days >= 7) {
            return new Expected(days, units, upTo(days, lows), upTo(days, highs));
        }
        double part = Math.sqrt(days / 7.0);
        double low = units - (sums.getFirst() - lows.getFirst()) * part;
        double high = units + (highs.getFirst() - sums.getFirst()) * part;
        return new Expected(days, units, Math.max(0, low), high);
    }

    private static double upTo(int days, List<Float> sums) {
        int whole = days / 7;
        double before = whole == 0 ? 0 : sums.get(whole - 1);
        int more = days % 7;
        return more == 0 ? before : before + (sums.get(whole) - before) * more / 7;
    }

    private static List<Float> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((Float[]) array.getArray());
    }
}
