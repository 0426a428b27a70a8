package io.tillflow.launcher.demo.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Fills baskets: orders that run short get an article nobody else buys, so that they starve no other order. */
final class Basketry {
    /** Goods worth this much (minor units) raise no eyebrow, even in a first order. */
    static final long CALM_WORTH = 400_00;

    private static final int MOST_LINES = 3;
    private static final int MOST_OF_ONE = 2;

    private final List<Article> forShort;
    private final List<Article> forAll;
    private int nextShort;

    Basketry(List<Article> shelf) {
        List<Article> calm =
                shelf.stream().filter(article -> article.price() <= CALM_WORTH).toList();
        if (calm.isEmpty()) {
            throw new IllegalArgumentException("expected articles that cost at most " + CALM_WORTH);
        }
        int half = calm.size() / 2;
        this.forShort = calm.subList(0, half);
        this.forAll = calm.subList(half, calm.size());
    }

    int shortArticles() {
        return forShort.size();
    }

    Article first() {
        return forAll.getFirst();
    }

    List<Wish> basket(Intent intent, RandomGenerator random) {
        return intent.shortOfStock() ? List.of(new Wish(forShort.get(nextShort++), 1)) : calm(random);
    }

    private List<Wish> calm(RandomGenerator random) {
        Map<String, Wish> wishes = new LinkedHashMap<>();
        long left = CALM_WORTH;
        int lines = 1 + random.nextInt(MOST_LINES);
        for (int line = 0; line < lines; line++) {
            Article article = forAll.get(random.nextInt(forAll.size()));
            int wanted = 1 + random.nextInt(MOST_OF_ONE);
            int quantity = Math.toIntExact(Math.min(wanted, left / article.price()));
            if (quantity > 0 && wishes.putIfAbsent(article.sku(), new Wish(article, quantity)) == null) {
                left -= article.price() * quantity;
            }
        }
        return new ArrayList<>(wishes.values());
    }
}
