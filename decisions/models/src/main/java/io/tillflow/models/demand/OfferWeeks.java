package io.tillflow.models.demand;

import io.tillflow.models.table.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prices and units of products in shops, week by week, as what a shop sold: each product of a shop is an item, alike are those of a product. */
final class OfferWeeks {
    private static final LocalDate FIRST = LocalDate.parse("1989-09-14");
    /** The full price is the highest of so many weeks. */
    private static final int USUAL = 8;

    private static final double LEAST_OFF = 0.05;

    private OfferWeeks() {}

    private static final class Row {
        private final double[] units;
        private final double[] prices;

        Row(int weeks) {
            this.units = new double[weeks];
            this.prices = new double[weeks];
            Arrays.fill(units, Double.NaN);
        }
    }

    static Sales read(Path file) {
        Table table = Table.read(file);
        List<String> shops = table.texts("store");
        List<String> products = table.texts("brand");
        double[] weeks = table.numbers("week");
        double[] prices = table.numbers("price");
        double[] units = table.numbers("units");
        int begin = (int) Arrays.stream(weeks).min().orElse(0);
        int end = (int) Arrays.stream(weeks).max().orElse(-1);
        Map<String, Row> rows = new TreeMap<>();
        for (int i = 0; i < weeks.length; i++) {
            Row row = rows.computeIfAbsent(shops.get(i) + "|" + products.get(i), id -> new Row(end - begin + 1));
            row.units[(int) weeks[i] - begin] = units[i];
            row.prices[(int) weeks[i] - begin] = prices[i];
        }
        LocalDate until = FIRST.plusWeeks(end).minusDays(1);
        List<Item> items = new ArrayList<>();
        rows.forEach((id, row) -> items.add(item(id, until, row)));
        return new Sales(until, 7L * (end - begin + 1), items);
    }

    private static Item item(String id, LocalDate until, Row row) {
        int begin = 0;
        while (Double.isNaN(row.units[begin])) {
            begin++;
        }
        double[] weeks = Arrays.copyOfRange(row.units, begin, row.units.length);
        double[] off = new double[weeks.length];
        for (int i = 0; i < off.length; i++) {
            double price = row.prices[begin + i];
            double full = Arrays.stream(row.prices, Math.max(begin, begin + i - USUAL), begin + i + 1)
                    .max()
                    .orElse(price);
            double part = price > 0 ? 1 - price / full : 0;
            off[i] = part < LEAST_OFF ? 0 : part;
        }
        double usual =
                Arrays.stream(row.prices).filter(price -> price > 0).max().orElse(Double.NaN);
        String product = id.substring(id.indexOf('|') + 1);
        double units = Arrays.stream(weeks).filter(Double::isFinite).sum();
        return new Item(
                id,
                until,
                weeks,
                units,
                off,
                new double[ShopDemand.WEEKS],
                weeks.length,
                new Item.About(product, usual));
    }
}
