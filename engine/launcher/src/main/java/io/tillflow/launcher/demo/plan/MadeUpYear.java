package io.tillflow.launcher.demo.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Orders of the past year that nobody placed, for models to learn from: some products sell better than others, sixty sets of three
 * go together, some are asked for more and more and some less and less, prices change now and then, and customers come, order more or
 * less often, and leave. Candles are used up and bought again, each in its rhythm. The same seed, shelf and day give the same orders.
 */
public final class MadeUpYear {
    private static final int ORDERS_A_CUSTOMER = 10;
    private static final int SETS = 60;
    private static final int SET = 3;
    private static final double FROM_A_SET = 0.6;
    private static final double KEPT_OF_A_SET = 0.75;
    private static final int MOST_SINGLES = 3;
    private static final String USED_UP = "candles";
    private static final double COMES_BACK = 0.6;
    private static final double LATE_OR_EARLY = 0.1;
    private static final int SHORTEST_RHYTHM = 28;
    private static final int RHYTHMS = 5;
    private static final int APART = 14;
    private static final Duration YEAR = Duration.ofDays(365);

    private final Random random;
    private final List<Article> shelf;
    private final List<List<Integer>> sets;
    private final MadeUpDemand demand;
    private final double[] popularity;
    private final PriorityQueue<Refill> refills = new PriorityQueue<>(Comparator.comparingDouble(Refill::passed));
    private final Map<User, Refill> latest = new HashMap<>();

    /** Somebody with a thing that is used up. */
    private record User(int customer, int thing) {}

    /** They have used it up when that share of the year has passed. */
    private record Refill(double passed, User user) {}

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
                .mapToObj(set -> random.ints(SET, 0, shelf.size()).boxed().toList())
                .toList();
        this.popularity = IntStream.range(0, shelf.size())
                .mapToDouble(i -> 1.0 / (i + SET))
                .toArray();
        this.demand = new MadeUpDemand(shelf.size(), seed);
    }

    /** The shop's import columns, a row a product; ten orders a customer on average, the newest the day before {@code until}. */
    public String csv(int customers, Instant until) {
        StringBuilder csv = new StringBuilder("number,email,placed_at,item,quantity,price,sku,currency\n");
        int orders = customers * ORDERS_A_CUSTOMER;
        MadeUpCustomers people = new MadeUpCustomers(customers, random.nextLong());
        for (int order = 0; order < orders; order++) {
            double passed = (double) order / orders;
            Instant at = until.minus(YEAR).plus(YEAR.multipliedBy(order).dividedBy(orders));
            Refill refill = due(passed, people);
            int customer = refill == null ? people.at(passed) : refill.user().customer();
            String head = "Y%d,past-%d@example.com,%s".formatted(order + 1, customer, at);
            Set<Integer> basket =
                    refill == null ? basket(passed) : Set.of(refill.user().thing());
            basket.forEach(thing -> {
                csv.append(row(head, thing, passed));
                useUp(thing, customer, passed);
            });
        }
        return csv.toString();
    }

    private @Nullable Refill due(double passed, MadeUpCustomers people) {
        while (!refills.isEmpty() && refills.element().passed() <= passed) {
            Refill refill = refills.remove();
            if (latest.remove(refill.user(), refill)
                    && people.isThere(refill.user().customer(), passed)) {
                return refill;
            }
        }
        return null;
    }

    /** Who buys it before it is used up has it longer. */
    private void useUp(int thing, int customer, double passed) {
        if (shelf.get(thing).category().equals(USED_UP) && random.nextDouble() < COMES_BACK) {
            int rhythm = SHORTEST_RHYTHM + APART * (thing % RHYTHMS);
            double days = rhythm * (1 + LATE_OR_EARLY * random.nextGaussian());
            Refill refill = new Refill(passed + days / YEAR.toDays(), new User(customer, thing));
            latest.put(refill.user(), refill);
            refills.add(refill);
        }
    }

    private String row(String head, int thing, double passed) {
        Article article = shelf.get(thing);
        long price = Math.max(1, Math.round(article.price() * demand.level(thing, passed)));
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%.2f,%s,%s\n",
                head,
                article.slug().replace('-', ' '),
                1 + random.nextInt(2),
                price / 100.0,
                article.sku(),
                article.currency());
    }

    private Set<Integer> basket(double passed) {
        Set<Integer> basket = new LinkedHashSet<>();
        if (random.nextDouble() < FROM_A_SET) {
            sets.get(random.nextInt(SETS)).stream()
                    .filter(thing -> random.nextDouble() < KEPT_OF_A_SET * demand.wanted(thing, passed))
                    .forEach(basket::add);
        }
        int singles = 1 + random.nextInt(MOST_SINGLES);
        for (int single = 0; single < singles; single++) {
            basket.add(drawn(passed));
        }
        return basket;
    }

    private int drawn(double passed) {
        double[] wanted = IntStream.range(0, popularity.length)
                .mapToDouble(i -> popularity[i] * demand.wanted(i, passed))
                .toArray();
        double point = random.nextDouble() * java.util.Arrays.stream(wanted).sum();
        int at = 0;
        while (at < wanted.length - 1 && point > wanted[at]) {
            point -= wanted[at++];
        }
        return at;
    }
}
