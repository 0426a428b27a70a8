package io.tillflow.models.demand;

import java.util.List;
import java.util.stream.IntStream;

/** What makes weeks differ for reasons that are known: taken out of the past before it is forecast, put into the weeks ahead. */
record Effects(Promotions promotions, Seasons seasons) {
    static final Effects NONE = new Effects(Promotions.NONE, Seasons.NONE);

    static Effects learn(List<Item> items) {
        Promotions promotions = Promotions.learn(items);
        Effects offers = new Effects(promotions, Seasons.NONE);
        return new Effects(
                promotions, Seasons.learn(items.stream().map(offers::without).toList()));
    }

    /** The item as if nothing was taken off and all weeks of the year were alike. */
    Item without(Item item) {
        double[] weeks = item.weeks().clone();
        for (int i = 0; i < weeks.length; i++) {
            weeks[i] /= promotions.factor(item.id(), item.off()[i]) * seasons.factor(item, weeks.length - 1L - i);
        }
        return item.with(weeks);
    }

    /** How many times as much as without them, in each week ahead. */
    double[] ahead(Item item) {
        return IntStream.range(0, ShopDemand.WEEKS)
                .mapToDouble(i -> promotions.factor(item.id(), item.planned()[i]) * seasons.factor(item, -1L - i))
                .toArray();
    }
}
