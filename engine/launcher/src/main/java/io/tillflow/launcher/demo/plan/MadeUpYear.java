package io.tillflow.launcher.demo.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Orders of the past year that nobody placed, for models to learn from: some products sell better than others, sixty sets of three
 * go together, and customers come, order more or less often, and leave. The same seed, shelf and day give the same orders.
 */
public final class MadeUpYear {
    private static final int ORDERS_A_CUSTOMER = 10;
    private static final int SETS = 60;
    private static final int SET = 3;
    private static final double FROM_A_SET = 0.6;
    private static final double KEPT_OF_A_SET = 0.75;
    private static final int MOST_SINGLES = 3;
    private static final Duration YEAR = Duration.ofDays(365);

    private final Random random;
    private final List<Article> shelf;
    private final List<List<Article>> sets;
    private final double[] popularity;

    /** @param articles several of a product count once */
    public MadeUpYear(List<Article> articles, long seed) {
        this.random = new Random(seed);
        Set<String> seen = new LinkedHashSet<>();
        this.shelf = new ArrayList<>(
                articles.stream().filter(article -> seen.add(article.slug())).toList());
        if (shelf.size() < SET) {
            throw new IllegalArgumentException(
                    "expected at least " + SET + " products, but the shop has " + shelf.size());
        }
        java.util.Collections.shuffle(shelf, random);
        this.sets = IntStream.range(0, SETS)
                .mapToObj(set ->
                        random.ints(SET, 0, shelf.size()).mapToObj(shelf::get).toList())
                .toList();
        this.popularity = IntStream.range(0, shelf.size())
                .mapToDouble(i -> 1.0 / (i + SET))
                .toArray();
    }

    /** The shop's import columns, a row a product; ten orders a customer on average, the newest the day before {@code until}. */
    public String csv(int customers, Instant until) {
        StringBuilder csv = new StringBuilder("number,email,placed_at,item,quantity,price,sku,currency\n");
        int orders = customers * ORDERS_A_CUSTOMER;
        MadeUpCustomers people = new MadeUpCustomers(customers, random.nextLong());
        for (int order = 0; order < orders; order++) {
            Instant at = until.minus(YEAR).plus(YEAR.multipliedBy(order).dividedBy(orders));
            String head = "Y%d,past-%d@example.com,%s".formatted(order + 1, people.at((double) order / orders), at);
            basket().forEach(article -> csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%.2f,%s,%s\n",
                    head,
                    article.slug().replace('-', ' '),
                    1 + random.nextInt(2),
                    article.price() / 100.0,
                    article.sku(),
                    article.currency())));
        }
        return csv.toString();
    }

    private Set<Article> basket() {
        Set<Article> basket = new LinkedHashSet<>();
        if (random.nextDouble() < FROM_A_SET) {
            sets.get(random.nextInt(SETS)).stream()
                    .filter(article -> random.nextDouble() < KEPT_OF_A_SET)
                    .forEach(basket::add);
        }
        int singles = 1 + random.nextInt(MOST_SINGLES);
        for (int single = 0; single < singles; single++) {
            basket.add(shelf.get(drawn()));
        }
        return basket;
    }

    private int drawn() {
        double point = random.nextDouble() * java.util.Arrays.stream(popularity).sum();
        int at = 0;
        while (at < popularity.length - 1 && point > popularity[at]) {
            point -= popularity[at++];
        }
        return at;
    }
}
