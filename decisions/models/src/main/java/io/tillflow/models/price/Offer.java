package io.tillflow.models.price;

import io.tillflow.models.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A product in a shop in a week.
 *
 * @param logUnits NaN when it is not known
 * @param logOthers mean of the logarithms of the other products' prices there; NaN when there are none
 * @param othersFeatured the share of the others that were advertised
 * @param margin the part of the price that is profit, 0 to 1; NaN when it is not known
 */
record Offer(
        String shop,
        String product,
        double week,
        double logUnits,
        double logPrice,
        double deal,
        double featured,
        double logOthers,
        double othersFeatured,
        double margin) {

    private static final class Shelf {
        private int offers;
        private double logPrices;
        private double featured;
    }

    /** Prices and units must be above 0 to have a logarithm: others become NaN and are left out of learning. */
    static List<Offer> read(Table table) {
        List<String> shops = table.texts("store");
        List<String> products = table.texts("brand");
        double[] weeks = table.numbers("week");
        double[] prices = logs(table.numbers("price"));
        double[] units = logs(numbers(table, "units", Double.NaN));
        double[] deals = numbers(table, "deal", 0);
        double[] featured = numbers(table, "feat", 0);
        double[] margins = numbers(table, "profit", Double.NaN);
        Map<String, Shelf> shelves = new HashMap<>();
        for (int i = 0; i < weeks.length; i++) {
            if (Double.isFinite(prices[i])) {
                Shelf shelf = shelves.computeIfAbsent(shops.get(i) + "|" + weeks[i], key -> new Shelf());
                shelf.offers++;
                shelf.logPrices += prices[i];
                shelf.featured += featured[i];
            }
        }
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < weeks.length; i++) {
            Shelf shelf = shelves.getOrDefault(shops.get(i) + "|" + weeks[i], new Shelf());
            boolean alone = shelf.offers < 2 || !Double.isFinite(prices[i]);
            offers.add(new Offer(
                    shops.get(i).strip(),
                    products.get(i).strip(),
                    weeks[i],
                    units[i],
                    prices[i],
                    deals[i],
                    featured[i],
                    alone ? Double.NaN : (shelf.logPrices - prices[i]) / (shelf.offers - 1),
                    alone ? 0 : (shelf.featured - featured[i]) / (shelf.offers - 1),
                    margins[i] / 100));
        }
        return offers;
    }

    private static double[] numbers(Table table, String column, double otherwise) {
        if (table.has(column)) {
            return table.numbers(column);
        }
        double[] numbers = new double[table.rows().size()];
        java.util.Arrays.fill(numbers, otherwise);
        return numbers;
    }

    private static double[] logs(double[] values) {
        return java.util.Arrays.stream(values)
                .map(value -> value > 0 ? Math.log(value) : Double.NaN)
                .toArray();
    }

    String cell() {
        return shop + "|" + product;
    }

    boolean usable() {
        return Double.isFinite(logUnits) && Double.isFinite(logPrice) && Double.isFinite(week);
    }

    /** What moves demand: own price, promotions and both at once, what the others cost and whether they are advertised. */
    double[] drivers() {
        double others = Double.isNaN(logOthers) ? logPrice : logOthers;
        return new double[] {
            logPrice, deal, featured, logPrice * featured, logPrice * deal, others, othersFeatured,
        };
    }
}
