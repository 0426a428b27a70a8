package io.tillflow.models.demand;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Demand of each item in the periods ahead, with intervals. */
public final class Demand implements Trained<DemandModel> {
    static final String REGULAR = "demand/m3_monthly_micro.csv";
    static final String LUMPY = "demand/carparts_monthly.csv";
    static final String OFFERS = "prices/orange_juice_weekly.csv";
    static final int SEASON = 12;
    static final int USUAL_HORIZON = 6;
    private static final int FEWEST_SERIES = 10;

    @Override
    public String name() {
        return "demand";
    }

    @Override
    public Class<DemandModel> modelType() {
        return DemandModel.class;
    }

    private static List<Series> series(Source data) {
        Path file = data.find(REGULAR, "series", "train").orElseGet(() -> data.file(LUMPY));
        return SeriesFile.read(Table.read(file), "train");
    }

    @Override
    public Fit<DemandModel> fit(Source data, Terms terms) {
        Optional<ShopDays> days = ShopDays.in(data, terms);
        if (days.isPresent()) {
            return days.get().fit();
        }
        List<Series> series = series(data);
        int asked = series.stream().mapToInt(Series::horizon).max().orElse(0);
        int horizon = terms.horizon().orElse(asked > 0 ? asked : USUAL_HORIZON);
        long usable = series.stream()
                .filter(s -> s.known(SEASON).length >= DemandModel.FEWEST_PERIODS)
                .count();
        return usable < FEWEST_SERIES
                ? new Fit.TooLittle<>("there are " + usable + " series with at least " + DemandModel.FEWEST_PERIODS
                        + " periods; " + FEWEST_SERIES + " are needed")
                : new Fit.Fitted<>(DemandModel.fit(series, SEASON, horizon), series.size());
    }

    @Override
    public Trial tryOut(Source inOrderOfTime, Optional<DemandModel> live, int seen) {
        return ShopDays.of(inOrderOfTime).tryOut(live.map(Demand::shop));
    }

    @Override
    public List<Supplier<?>> questions(DemandModel model, Source data, int most) {
        return ShopDays.of(data).questions(shop(model), most);
    }

    private static ShopDemand shop(DemandModel model) {
        ShopDemand shop = model.shop();
        if (shop == null) {
            throw new BadData("expected a model that learned from a shop's days, but it learned from other series");
        }
        return shop;
    }

    @Override
    public Scores predict(DemandModel model, Source data, Terms terms) {
        Optional<ShopDays> days = ShopDays.in(data, terms);
        if (days.isPresent()) {
            return days.get().predict(shop(model), terms.horizon().orElse(ShopDemand.WEEKS));
        }
        Scores scores = new Scores(
                "series", "step", "method", "mean", "q025", "q05", "q10", "q50", "q90", "q95", "q975", "note");
        for (Series series : series(data)) {
            int asked = series.horizon() > 0 ? series.horizon() : model.horizon();
            add(scores, model, series, terms.horizon().orElse(asked));
        }
        return scores;
    }

    private static void add(Scores scores, DemandModel model, Series series, int ahead) {
        double[] past = series.known(model.season());
        String oddity = series.oddity(model.season());
        if (past.length < DemandModel.FEWEST_PERIODS) {
            for (int step = 1; step <= ahead; step++) {
                String note = past.length + " periods are known, " + DemandModel.FEWEST_PERIODS + " are needed";
                scores.add(series.id(), step, "none", "", "", "", "", "", "", "", "", note);
            }
            return;
        }
        Choice choice = Choice.of(past, ahead, model.season());
        List<Forecast> forecasts = model.forecast(past, choice, ahead);
        String method = choice.method().name().toLowerCase(java.util.Locale.ROOT);
        IntStream.range(0, ahead).forEach(i -> {
            List<Object> row = new ArrayList<>(
                    List.of(series.id(), i + 1, method, forecasts.get(i).mean()));
            for (double quantile : forecasts.get(i).quantiles()) {
                row.add(quantile);
            }
            row.add(oddity);
            scores.add(row.toArray());
        });
    }

    @Override
    public List<Result> evaluate(Source data) {
        List<Result> results = new ArrayList<>();
        data.find(REGULAR, "series", "train", "test")
                .filter(file -> Table.read(file).has("test"))
                .ifPresent(file -> results.addAll(new DemandHoldOut(file).results()));
        Optional<Path> lumpy = data.find(LUMPY).filter(file -> !Table.read(file).has("train"));
        lumpy.ifPresent(file -> results.addAll(new LumpyHoldOut(file).results()));
        lumpy.ifPresent(file -> results.addAll(new NewItemsHoldOut(
                        SeriesFile.read(Table.read(file), "train").stream()
                                .map(series -> Item.of(series.id(), LocalDate.EPOCH, series.known(SEASON)))
                                .toList(),
                        "rarely asked for, price and category not known")
                .results()));
        data.find(OFFERS, "store", "brand", "week", "price", "units")
                .filter(file -> Table.read(file).has("brand"))
                .ifPresent(file -> {
                    Sales sales = OfferWeeks.read(file);
                    results.addAll(new PromotionHoldOut(sales).results());
                    results.addAll(new NewItemsHoldOut(sales.items(), "products of shops").results());
                });
        if (results.isEmpty()) {
            data.file(REGULAR, "series", "train", "test");
        }
        return results;
    }
}
