package io.tillflow.models.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.Fit;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.price.PriceProposal.Situation;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceTest {
    private static final Situation DEAR = new Situation(10_000, 5_000, -3, 0.1);

    @TempDir
    private Path folder;

    private Path shop() throws IOException {
        Random random = new Random(6);
        StringBuilder file = new StringBuilder("store,brand,week,units,price,deal,feat,profit\n");
        for (int week = 1; week <= 60; week++) {
            for (int store = 1; store <= 4; store++) {
                for (int brand = 1; brand <= 2; brand++) {
                    double price = Math.exp(0.7 + 0.3 * random.nextGaussian());
                    double deal = random.nextInt(4) == 0 ? 1 : 0;
                    double log = 5
                            + store * 0.3
                            - (brand == 1 ? 2.0 : 3.0) * Math.log(price)
                            + 0.5 * deal
                            + 0.2 * random.nextGaussian();
                    file.append(String.format(
                            java.util.Locale.ROOT,
                            "%d,%d,%d,%.2f,%.4f,%.0f,0,40%n",
                            store,
                            brand,
                            week,
                            Math.exp(log),
                            price,
                            deal));
                }
            }
        }
        return Files.writeString(folder.resolve("prices.csv"), file);
    }

    @Test
    void findsHowDemandAnswersToThePrice() throws IOException {
        Fit<PriceModel> fit = new Price().fit(new Source(shop()), Terms.USUAL);
        assertThat(fit).isInstanceOf(Fit.Fitted.class);
        PriceModel model = ((Fit.Fitted<PriceModel>) fit).model();
        Path asked = Files.writeString(folder.resolve("asked.csv"), """
                store,brand,week,price
                1,1,61,2
                9,2,61,2
                1,7,61,2
                1,1,61,-1
                """);
        Scores scores = new Price().predict(model, new Source(asked), Terms.USUAL);

        assertThat((double) scores.column("elasticity").get(0)).isCloseTo(-2, within(0.2));
        assertThat((double) scores.column("elasticity").get(1)).isCloseTo(-3, within(0.2));
        assertThat(scores.column("note").subList(1, 4))
                .containsExactly(
                        "not sold in this shop before: from other shops",
                        "this product was never sold",
                        "the price is not above 0");
    }

    @Test
    void refusesToLearnFromAPriceThatNeverChanged() throws IOException {
        StringBuilder file = new StringBuilder("store,brand,week,units,price\n");
        for (int week = 1; week <= 250; week++) {
            file.append("1,1,").append(week).append(",10,2\n");
        }
        Path constant = Files.writeString(folder.resolve("constant.csv"), file);

        assertThat(new Price().fit(new Source(constant), Terms.USUAL))
                .isInstanceOfSatisfying(
                        Fit.TooLittle.class, none -> assertThat(none.reason()).contains("hardly ever changed"));
    }

    @Test
    void theBestPriceIsTheTextbooksWhenNothingForbidsIt() {
        Guardrails wide = new Guardrails(0, 0.9, -1, 1, Long.MAX_VALUE);

        assertThat(PriceProposal.of(DEAR, wide).orElseThrow().price()).isCloseTo(7_500, within(60L));
    }

    @Test
    void guardrailsHold() {
        Guardrails narrow = new Guardrails(0.45, 0.1, 99, 9_150, 12_000);
        PriceProposal proposal = PriceProposal.of(DEAR, narrow).orElseThrow();

        assertThat(proposal.price()).isEqualTo(9_199);
        assertThat(proposal.profitChange()).isPositive();
        assertThat(proposal.profitChangeAtWorst()).isLessThan(proposal.profitChange());
        assertThatThrownBy(() -> new Guardrails(1, 0.1, -1, 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void proposesNothingWhenTheEffectIsUncertainOrUnlikely() {
        assertThat(PriceProposal.of(new Situation(10_000, 5_000, -2.05, 2), Guardrails.USUAL))
                .isEmpty();
        assertThat(PriceProposal.of(new Situation(10_000, 5_000, 0.4, 0.1), Guardrails.USUAL))
                .isEmpty();
        assertThat(PriceProposal.of(new Situation(10_000, 11_000, -2, 0.1), Guardrails.USUAL))
                .isEmpty();
    }
}
