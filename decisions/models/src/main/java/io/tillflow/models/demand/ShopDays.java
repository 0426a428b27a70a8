package io.tillflow.models.demand;

import io.tillflow.models.Fit;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trial;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Demand as it is learned and asked in a shop: from its days, in weeks. */
record ShopDays(Sales sales) {
    private static final int FEWEST_ITEMS = 10;
    private static final int FEWEST_DAYS = 90;
    /** How a new item is forecast, beside the methods of others. */
    private static final String NEW = "alike";

    /** When the data are a shop's days. */
    static Optional<ShopDays> in(Source data, Terms terms) {
        return Optional.of(data.path())
                .filter(Files::isRegularFile)
                .filter(Sales::isIn)
                .map(file -> new ShopDays(Sales.read(file, terms)));
    }

    static ShopDays of(Source data) {
        return in(data, Terms.USUAL)
                .orElseThrow(() ->
                        new BadData("expected a shop's days, rows of sku, date and units, but got " + data.path()));
    }

    Fit<DemandModel> fit() {
        Sales usable = usable();
        if (sales.days() < FEWEST_DAYS) {
            return new Fit.TooLittle<>("there are " + sales.days() + " days of sales; " + FEWEST_DAYS + " are needed");
        }
        int items = usable.items().size();
        return items < FEWEST_ITEMS
                ? new Fit.TooLittle<>("there are " + items + " items known for at least " + ShopDemand.FEWEST_WEEKS
                        + " weeks and sold at least " + ShopDemand.FEWEST_UNITS + " times; " + FEWEST_ITEMS
                        + " are needed")
                : new Fit.Fitted<>(DemandModel.of(ShopDemand.learn(usable)), items);
    }

    private Sales usable() {
        List<Item> items = sales.items().stream()
                .filter(item -> ShopDemand.missing(item).isEmpty())
                .toList();
        return new Sales(sales.until(), sales.days(), items);
    }

    Trial tryOut(Optional<ShopDemand> live) {
        return new DemandTrial(usable(), live).judge();
    }

    List<Supplier<?>> questions(ShopDemand model, int most) {
        return usable().items().stream()
                .limit(most)
                .<Supplier<?>>map(item -> () -> model.forecast(item))
                .toList();
    }

    /** Of an item of which nothing can be said one row without numbers, and why. */
    Scores predict(ShopDemand model, int ahead) {
        Scores scores =
                new Scores("series", "step", "method", "mean", "q05", "q95", "sum", "sum_q05", "sum_q95", "note");
        for (Item item : sales.items()) {
            String missing = ShopDemand.missing(item);
            Optional<List<ShopDemand.Ahead>> fresh =
                    ShopDemand.isNew(item) ? model.forecastNew(item) : Optional.empty();
            if (missing.isEmpty()) {
                String method = model.choice(item).method().name().toLowerCase(Locale.ROOT);
                String note = item.soldOutWeeks() == 0 ? "" : item.soldOutWeeks() + " weeks sold out";
                add(scores, item.id(), new Told(method, note, model.forecast(item)), ahead);
            } else if (fresh.isPresent()) {
                add(scores, item.id(), new Told(NEW, like(item, model), fresh.get()), ahead);
            } else {
                scores.add(item.id(), 0, "none", "", "", "", "", "", "", missing);
            }
        }
        return scores;
    }

    private static String like(Item item, ShopDemand model) {
        String own = item.onSale() < 1 ? "new" : "new, " + Math.round(item.onSale()) + " weeks of its own";
        return own + ", else as the first weeks of "
                + model.alike(item).map(NewItems.Level::items).orElse(0) + " items alike";
    }

    private record Told(String method, String note, List<ShopDemand.Ahead> weeks) {}

    private static void add(Scores scores, String item, Told told, int ahead) {
        for (int i = 0; i < Math.min(ahead, told.weeks.size()); i++) {
            Forecast week = told.weeks.get(i).week();
            Forecast sum = told.weeks.get(i).together();
            scores.add(
                    item,
                    i + 1,
                    told.method,
                    week.mean(),
                    week.quantiles()[1],
                    week.quantiles()[5],
                    sum.mean(),
                    sum.quantiles()[1],
                    sum.quantiles()[5],
                    told.note);
        }
    }
}
