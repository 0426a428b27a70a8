package io.tillflow.models.price;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.price.PriceProposal.Situation;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Demand as an answer to prices and promotions, and the price that earns most. */
public final class Price implements Trained<PriceModel> {
    private static final int FEWEST_OFFERS = 200;
    private static final double FEWEST_WEEKS = 26;
    private static final double MINOR_UNITS = 100;
    private static final double MIDDLE_NINETY = 1.645;

    @Override
    public String name() {
        return "price";
    }

    @Override
    public Class<PriceModel> modelType() {
        return PriceModel.class;
    }

    private static List<Offer> offers(Source data) {
        return Offer.read(Table.read(data.file("prices/orange_juice_weekly.csv", "store", "brand", "week", "price")));
    }

    @Override
    public Fit<PriceModel> fit(Source data, Terms terms) {
        List<Offer> usable = usable(data);
        return missing(usable)
                .<Fit<PriceModel>>map(Fit.TooLittle::new)
                .orElseGet(() -> new Fit.Fitted<>(Elasticity.learn(usable), usable.size()));
    }

    private static List<Offer> usable(Source data) {
        return offers(data).stream().filter(Offer::usable).toList();
    }

    private static Optional<String> missing(List<Offer> usable) {
        long weeks = usable.stream().mapToDouble(Offer::week).distinct().count();
        long prices = usable.stream().mapToDouble(Offer::logPrice).distinct().count();
        if (usable.size() < FEWEST_OFFERS || weeks < FEWEST_WEEKS) {
            return Optional.of("there are " + usable.size() + " offers with price and units in " + weeks + " weeks; "
                    + FEWEST_OFFERS + " in " + (int) FEWEST_WEEKS + " are needed");
        }
        return prices < 3
                ? Optional.of("the price hardly ever changed, so nothing tells how demand answers to it")
                : Optional.empty();
    }

    /** The earlier weeks alone must be enough to learn from. */
    @Override
    public Optional<String> missingToTryOut(Source inOrderOfTime) {
        return missing(new PriceTrial(usable(inOrderOfTime)).earlier())
                .map(reason -> "in the earlier four fifths of the weeks, from which it must be tried, " + reason);
    }

    @Override
    public Trial tryOut(Source inOrderOfTime, Optional<PriceModel> live, int seen) {
        return new PriceTrial(usable(inOrderOfTime)).judge(live, seen);
    }

    @Override
    public List<Supplier<?>> questions(PriceModel model, Source data, int most) {
        return usable(data).stream()
                .limit(most)
                .<Supplier<?>>map(offer -> () -> model.logUnits(offer))
                .toList();
    }

    @Override
    public Scores predict(PriceModel model, Source data, Terms terms) {
        Scores scores = new Scores(
                "row",
                "log_units",
                "units",
                "q05",
                "q95",
                "elasticity",
                "elasticity_error",
                "proposed_change",
                "profit_change",
                "profit_change_at_worst",
                "note");
        int row = 0;
        for (Offer offer : offers(data)) {
            add(scores, model, offer, ++row);
        }
        return scores;
    }

    private static void add(Scores scores, PriceModel model, Offer offer, int row) {
        double log = model.logUnits(offer);
        if (!Double.isFinite(log)) {
            String why = model.knows(offer.product()) ? "the price is not above 0" : "this product was never sold";
            scores.add(row, "", "", "", "", "", "", "", "", "", why);
            return;
        }
        double elasticity = model.elasticity(offer);
        double error = model.elasticityErrors().getOrDefault(offer.product(), 0.0);
        Optional<PriceProposal> proposal = proposal(offer, elasticity, error);
        double today = today(offer);
        scores.add(
                row,
                log,
                Math.exp(log),
                Math.exp(log - MIDDLE_NINETY * model.spread()),
                Math.exp(log + MIDDLE_NINETY * model.spread()),
                elasticity,
                error,
                proposal.map(p -> p.price() / today - 1).orElse(Double.NaN),
                proposal.map(PriceProposal::profitChange).orElse(Double.NaN),
                proposal.map(PriceProposal::profitChangeAtWorst).orElse(Double.NaN),
                model.cells().containsKey(offer.cell()) ? "" : "not sold in this shop before: from other shops");
    }

    /** Prices of an ounce have no cents: the proposal is a change, worked out on a price with enough digits. */
    private static double today(Offer offer) {
        return Math.max(1000, Math.round(Math.exp(offer.logPrice()) * MINOR_UNITS));
    }

    private static Optional<PriceProposal> proposal(Offer offer, double elasticity, double error) {
        if (!Double.isFinite(offer.margin()) || offer.margin() < 0 || offer.margin() > 1) {
            return Optional.empty();
        }
        long price = (long) today(offer);
        long cost = Math.round(price * (1 - offer.margin()));
        return PriceProposal.of(new Situation(price, cost, elasticity, error), Guardrails.USUAL);
    }

    @Override
    public List<Result> evaluate(Source data) {
        return new PriceHoldOut(offers(data).stream().filter(Offer::usable).toList()).results();
    }
}
