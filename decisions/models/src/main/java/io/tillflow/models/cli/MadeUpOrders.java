package io.tillflow.models.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Orders of a large shop that nobody placed, oldest first: few products sell often and many seldom, some go together, and customers come,
 * order more or less often, and leave. The same seed gives the same files.
 */
record MadeUpOrders(int orders, int products, long seed) {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int DAYS = 730;
    private static final int ORDERS_A_CUSTOMER = 8;
    private static final int FAMILY = 4;
    private static final int MOST_MORE = 6;
    private static final double FROM_A_FAMILY = 0.6;
    /** A shop's training reads no more either. */
    private static final int MOST_RISKS = 100_000;

    private static final int MOST_OFFERED = 150;

    private static final List<String> COUNTRIES = List.of("DE", "AT", "FR", "NL", "IT");
    private static final double STAYS_DAYS = 400;

    MadeUpOrders {
        if (orders < 1000 || products < 100) {
            throw new Main.WrongUse("expected at least 1000 orders and 100 products");
        }
    }

    /** A line a basket, as {@code recommendation} learns from. */
    void writeBaskets(Path file) throws IOException {
        Random random = new Random(seed);
        double[] popularity = popularity();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int order = 0; order < orders; order++) {
                Set<Integer> basket = new LinkedHashSet<>();
                int first = drawn(popularity, random);
                basket.add(first);
                for (int more = random.nextInt(MOST_MORE); more > 0; more--) {
                    boolean family = random.nextDouble() < FROM_A_FAMILY;
                    int kin = first / FAMILY * FAMILY + random.nextInt(FAMILY);
                    basket.add(family ? Math.min(products - 1, kin) : drawn(popularity, random));
                }
                out.write(String.join(
                        ",",
                        basket.stream().map(product -> "product-" + product).toList()));
                out.write('\n');
            }
        }
    }

    /** Customer, day and amount, as {@code customer-value} learns from. */
    void writePurchases(Path file) throws IOException {
        Random random = new Random(seed);
        int customers = orders / ORDERS_A_CUSTOMER;
        double[] joined = random.doubles(customers, 0, DAYS).sorted().toArray();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer,date,amount,currency\n");
            for (int customer = 0; customer < customers; customer++) {
                double often = 1 / (5 + 120 * random.nextDouble());
                double leaves = joined[customer] - STAYS_DAYS * Math.log(1 - random.nextDouble());
                double day = joined[customer];
                for (int order = 0; day < Math.min(leaves, DAYS) && order < DAYS; order++) {
                    out.write("C" + customer + "," + FIRST.plusDays((long) day) + "," + (10 + random.nextInt(90))
                            + ".50,EUR\n");
                    day += 1 - Math.log(1 - random.nextDouble()) / often;
                }
            }
        }
    }

    /** What is known of the newest orders when they are placed, and which were turned away, as {@code fraud} learns from. */
    void writeRisks(Path file) throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "turned away,amount,things,first order,addresses differ,cards declined before,orders the day before,"
                            + "hour of the day,country\n");
            for (int order = 0; order < Math.min(orders, MOST_RISKS); order++) {
                int amount = 10 + random.nextInt(400);
                boolean first = random.nextInt(3) == 0;
                boolean differ = random.nextInt(6) == 0;
                int before = Math.max(0, random.nextInt(12) - 8);
                double sum = -6 + (first && differ ? 3 : 0) + before * 1.2 + (amount > 250 ? 1 : 0);
                out.write(String.join(
                                ",",
                                random.nextDouble() < 1 / (1 + Math.exp(-sum)) ? "1" : "0",
                                "" + amount,
                                "" + (1 + random.nextInt(5)),
                                first ? "1" : "0",
                                differ ? "1" : "0",
                                "" + random.nextInt(2),
                                "" + before,
                                "" + random.nextInt(24),
                                COUNTRIES.get(random.nextInt(COUNTRIES.size())))
                        + "\n");
            }
        }
    }

    /** What the products sold most cost each week and how many were sold, as {@code price} learns from. */
    void writeOffers(Path file) throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("store,brand,week,price,units\n");
            for (int week = 0; week < DAYS / 7; week++) {
                for (int product = 0; product < Math.min(products, MOST_OFFERED); product++) {
                    double level = 0.8 + 0.1 * ((product * 31 + week / 4 * 17) % 4);
                    double usual = orders / 2000.0 / (product + FAMILY);
                    long units =
                            Math.round(usual * Math.pow(level, -1 - product % 3) * (0.7 + 0.6 * random.nextDouble()));
                    out.write("shop,product-" + product + "," + week + "," + 20 * level + "," + Math.max(1, units)
                            + "\n");
                }
            }
        }
    }

    /** A row a product and day on which it was sold, as {@code demand} learns from; a third is asked for more and more, a third less and less. */
    void writeDays(Path file) throws IOException {
        Random random = new Random(seed);
        double[] popularity = popularity();
        int lines = (int) Math.round(orders * (1 + (MOST_MORE - 1) / 2.0));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("sku,date,units\n");
            for (int day = 0; day < DAYS; day++) {
                int[] units = new int[products];
                for (int line = 0; line < lines / DAYS; line++) {
                    int product = drawn(popularity, random);
                    double wanted = 1 + (product % 3 - 1) * (2.0 * day / DAYS - 1);
                    units[product] += random.nextDouble() * 2 < wanted ? 1 : 0;
                }
                for (int product = 0; product < products; product++) {
                    if (units[product] > 0) {
                        out.write("product-" + product + "," + FIRST.plusDays(day) + "," + units[product] + "\n");
                    }
                }
            }
        }
    }

    /** Cumulated shares, the n-th product a share of 1/n. */
    private double[] popularity() {
        double[] cumulated = new double[products];
        double sum = 0;
        for (int i = 0; i < products; i++) {
            sum += 1.0 / (i + FAMILY);
            cumulated[i] = sum;
        }
        return cumulated;
    }

    private static int drawn(double[] cumulated, Random random) {
        int place = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(cumulated.length - 1, place < 0 ? -place - 1 : place);
    }
}
