package io.tillflow.models.anomaly;

import io.tillflow.models.Terms;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Table;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value a period in the order of time. Where periods are days apart evenly, those that are missing are there without a value, so that what
 * comes after them keeps its place in the week.
 *
 * @param values NaN where there is none
 */
record Metric(List<String> dates, double[] values) {
    /** More gaps than values are a mistyped day, not a metric. */
    private static final int MOST_TIMES = 2;

    /** @throws BadData where a day is after today, there twice or out of order */
    static Metric of(Table table, Terms terms) {
        List<String> dates = table.texts("date");
        double[] values = table.numbers("value");
        return days(dates, terms)
                .map(days -> filled(days, values, step(days)))
                .orElseGet(() -> new Metric(dates, values));
    }

    /** Nothing where periods have other names than days. */
    private static Optional<List<LocalDate>> days(List<String> dates, Terms terms) {
        List<LocalDate> days = new ArrayList<>();
        for (String date : dates) {
            try {
                days.add(LocalDate.parse(date.strip()));
            } catch (DateTimeException other) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < days.size(); i++) {
            if (!terms.canHaveBeen(days.get(i))) {
                throw new BadData("row " + (i + 1) + ", date: expected a day until today, "
                        + terms.today().orElseThrow() + ", but got " + days.get(i) + ": correct it or leave it out");
            }
        }
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).isAfter(days.get(i - 1))) {
                throw new BadData("row " + (i + 1) + ", date: expected a day after " + days.get(i - 1) + ", but got "
                        + days.get(i) + ": give one row a period in the order of time");
            }
        }
        return Optional.of(days);
    }

    /** The most usual distance in days, where all are whole numbers of it; else 0. */
    private static long step(List<LocalDate> days) {
        Map<Long, Integer> seen = new HashMap<>();
        for (int i = 1; i < days.size(); i++) {
            seen.merge(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)), 1, Integer::sum);
        }
        long usual = seen.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
        return seen.keySet().stream().allMatch(distance -> distance % usual == 0) ? usual : 0;
    }

    private static Metric filled(List<LocalDate> days, double[] values, long step) {
        List<String> dates = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            if (i > 0 && step > 0) {
                long missing = ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)) / step - 1;
                if (dates.size() + missing > (long) MOST_TIMES * values.length) {
                    throw new BadData("row " + (i + 1) + ", date: " + missing + " periods are missing before "
                            + days.get(i) + ", more than there are");
                }
                for (long n = 1; n <= missing; n++) {
                    dates.add(days.get(i - 1).plusDays(n * step).toString());
                    all.add(Double.NaN);
                }
            }
            dates.add(days.get(i).toString());
            all.add(values[i]);
        }
        return new Metric(dates, all.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
