package io.tillflow.launcher.demo.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** How many orders of each intent a run of a given size has, in an order drawn from the seed. */
final class Mix {
    /** From this size on, every intent is present. */
    private static final int SMALLEST_FULL_RUN = 20;

    private Mix() {}

    static List<Intent> drawn(int orders, int shortArticles, RandomGenerator random) {
        List<Intent> mix = new ArrayList<>();
        int shortLeft = shortArticles;
        for (Intent intent : Intent.values()) {
            int wanted = intent == Intent.BUYS ? 0 : count(intent, orders);
            if (intent.shortOfStock()) {
                wanted = Math.min(wanted, shortLeft);
                shortLeft -= wanted;
            }
            mix.addAll(Collections.nCopies(wanted, intent));
        }
        mix.addAll(Collections.nCopies(orders - mix.size(), Intent.BUYS));
        shuffle(mix, random);
        return mix;
    }

    private static int count(Intent intent, int orders) {
        int fair = Math.round(orders * intent.share() / 100f);
        return orders >= SMALLEST_FULL_RUN ? Math.max(1, fair) : Math.min(fair, 1);
    }

    static <T> void shuffle(List<T> list, RandomGenerator random) {
        for (int last = list.size() - 1; last > 0; last--) {
            Collections.swap(list, last, random.nextInt(last + 1));
        }
    }
}
