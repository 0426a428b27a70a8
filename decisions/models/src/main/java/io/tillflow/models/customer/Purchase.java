package io.tillflow.models.customer;

import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Table;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One order.
 *
 * @param amount in the one currency of the data
 */
public record Purchase(String customer, LocalDate date, double amount) {
    /** Reads customer, date, amount; amounts in several currencies cannot be added and are refused. */
    public static List<Purchase> read(Table table) {
        refuseMixedCurrencies(table);
        List<String> customers = table.texts("customer");
        List<String> dates = table.texts("date");
        double[] amounts = table.numbers("amount");
        List<Purchase> purchases = new ArrayList<>(amounts.length);
        for (int i = 0; i < amounts.length; i++) {
            purchases.add(new Purchase(customers.get(i), date(dates.get(i), table.name(), i + 1), amounts[i]));
        }
        return purchases;
    }

    private static LocalDate date(String text, String file, int row) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BadData(file + ", row " + row + ", date: expected a day as 2026-01-31, but got \"" + text + "\"");
        }
    }

    private static void refuseMixedCurrencies(Table table) {
        if (table.has("currency")) {
            Set<String> currencies = new TreeSet<>(table.texts("currency"));
            if (currencies.size() > 1) {
                throw new BadData(table.name() + " has amounts in several currencies (" + String.join(", ", currencies)
                        + "): give one currency at a time");
            }
        }
    }
}
