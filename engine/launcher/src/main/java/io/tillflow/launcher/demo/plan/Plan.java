package io.tillflow.launcher.demo.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Every order of a run with its time, shopper, basket and intent; the same seed and catalogue give the same plan. */
public record Plan(long seed, List<PlannedOrder> orders) {
    public Plan {
        orders = List.copyOf(orders);
    }

    /**
     * Draws a plan.
     *
     * @param catalogue what the shop sells now; only articles that are in stock are bought
     * @param runTag keeps the shoppers of two runs apart, so that no earlier run changes how risky this one looks
     */
    public static Plan drawn(Scope scope, List<Article> catalogue, String runTag) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(scope.seed());
        Basketry basketry = new Basketry(shelf(catalogue, random));
        List<Intent> mix = Mix.drawn(scope.orders(), basketry.shortArticles(), random);
        List<PlannedOrder> orders = new ArrayList<>();
        for (int index = 0; index < mix.size(); index++) {
            Persona persona = Persona.drawn(random, index, runTag);
            List<Wish> basket = basketry.basket(mix.get(index), random);
            orders.add(new PlannedOrder(index, startOf(index, scope.rate()), mix.get(index), persona, basket));
        }
        return new Plan(scope.seed(), orders);
    }

    /** Everybody buys, pays and is at home when the parcel comes: what one measures speed with. */
    public static Plan buyers(Scope scope, List<Article> catalogue, String runTag) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(scope.seed());
        Basketry basketry = new Basketry(shelf(catalogue, random));
        List<PlannedOrder> orders = new ArrayList<>();
        for (int index = 0; index < scope.orders(); index++) {
            Persona persona = Persona.drawn(random, index, runTag).reachable();
            orders.add(new PlannedOrder(
                    index, startOf(index, scope.rate()), Intent.BUYS, persona, basketry.basket(Intent.BUYS, random)));
        }
        return new Plan(scope.seed(), orders);
    }

    /** Everybody wants one of the same article, of which there are fewer than shoppers. */
    public static Plan contested(Scope scope, List<Article> catalogue, String runTag) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(scope.seed());
        Article wanted = new Basketry(shelf(catalogue, random)).first();
        List<PlannedOrder> orders = new ArrayList<>();
        for (int index = 0; index < scope.orders(); index++) {
            Persona persona = Persona.drawn(random, index, runTag);
            List<Wish> basket = List.of(new Wish(wanted, 1));
            orders.add(new PlannedOrder(index, startOf(index, scope.rate()), Intent.BUYS, persona, basket));
        }
        return new Plan(scope.seed(), orders);
    }

    /** How many of each article the whole run takes off the shelf. */
    public Map<String, Integer> demand() {
        Map<String, Integer> demand = new TreeMap<>();
        orders.forEach(order ->
                order.basket().forEach(wish -> demand.merge(wish.article().sku(), wish.quantity(), Integer::sum)));
        return demand;
    }

    private static List<Article> shelf(List<Article> catalogue, RandomGenerator random) {
        List<Article> shelf = new ArrayList<>(catalogue.stream()
                .filter(article -> article.available() > 0)
                .sorted(Comparator.comparing(Article::sku))
                .toList());
        if (shelf.isEmpty()) {
            throw new IllegalArgumentException("expected the shop to have something in stock");
        }
        Mix.shuffle(shelf, random);
        return shelf;
    }

    private static Duration startOf(int index, double rate) {
        return Duration.ofNanos(Math.round(index * 1e9 / rate));
    }
}
