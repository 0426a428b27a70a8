package io.tillflow.models.customer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A customer's orders in brief; orders of one day count as one.
 *
 * @param repeats orders after the first
 * @param recency weeks from the first order to the last
 * @param age weeks from the first order to the day of asking
 * @param meanAmount of the orders after the first; 0 when there are none
 */
public record History(String customer, int repeats, double recency, double age, double meanAmount) {
    /** The customers with an order until the day, in the order they appear; later orders and amounts that are no sale do not count. */
    public static List<History> until(LocalDate day, List<Purchase> purchases) {
        Map<String, TreeMap<LocalDate, Double>> days = new LinkedHashMap<>();
        for (Purchase purchase : purchases) {
            if (!purchase.date().isAfter(day) && isSale(purchase)) {
                days.computeIfAbsent(purchase.customer(), c -> new TreeMap<>())
                        .merge(purchase.date(), purchase.amount(), Double::sum);
            }
        }
        List<History> histories = new ArrayList<>(days.size());
        days.forEach((customer, orders) -> histories.add(of(customer, orders, day)));
        return histories;
    }

    /** What was not counted by {@link #until} and why, by customer. */
    public static Map<String, String> oddities(LocalDate day, List<Purchase> purchases) {
        Map<String, String> oddities = new HashMap<>();
        for (Purchase purchase : purchases) {
            if (purchase.date().isAfter(day)) {
                oddities.put(purchase.customer(), "an order after " + day + " is not counted");
            } else if (!isSale(purchase)) {
                oddities.put(purchase.customer(), "an amount that is negative or no number is not counted");
            }
        }
        return oddities;
    }

    private static boolean isSale(Purchase purchase) {
        return purchase.amount() >= 0 && Double.isFinite(purchase.amount());
    }

    private static History of(String customer, TreeMap<LocalDate, Double> orders, LocalDate day) {
        LocalDate first = orders.firstKey();
        double later = orders.tailMap(first, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return new History(
                customer,
                orders.size() - 1,
                ChronoUnit.DAYS.between(first, orders.lastKey()) / 7.0,
                ChronoUnit.DAYS.between(first, day) / 7.0,
                later);
    }
}
