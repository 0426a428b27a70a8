package io.tillflow.models.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.life.Trial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomerTrialTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    /** Some order often, some seldom, and each may leave for good. */
    private static List<Purchase> comingAndGoing(int customers) {
        Random random = new Random(3);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double day = random.nextInt(60);
            double everyDays = 10 + random.nextInt(80);
            while (day < 365) {
                purchases.add(new Purchase("c" + i, FIRST.plusDays((long) day), 20 + random.nextInt(40)));
                if (random.nextDouble() < 0.2) {
                    break;
                }
                day += 1 - Math.log(1 - random.nextDouble()) * everyDays;
            }
        }
        return purchases;
    }

    @Test
    void beatsTheBetterSimpleRuleOnTheDaysItHasNotSeen() {
        Trial trial = new CustomerTrial(comingAndGoing(700)).judge(Optional.empty());

        assertThat(trial.figure()).isBetween(0.2, 0.9).isGreaterThan(trial.baseline());
        assertThat(trial.gain().atWorst()).isPositive();
        assertThat(trial.gain().mean()).isCloseTo(trial.figure() - trial.baseline(), within(1e-9));
        assertThat(trial.versusLive()).isNull();
        assertThat(trial.split()).contains("10 weeks after");
    }

    @Test
    void isComparedWithTheLiveVersionOnDaysThatHasNotSeenEither() {
        List<Purchase> purchases = comingAndGoing(700);
        CustomerModel poor = model(FIRST.plusDays(185), new BgNbd(5, 1, 0.1, 9));

        assertThat(new CustomerTrial(purchases).judge(Optional.of(poor)).versusLive())
                .isNotNull()
                .satisfies(versus -> assertThat(versus.gain().atWorst()).isPositive());
        assertThat(new CustomerTrial(purchases)
                        .judge(Optional.of(model(FIRST.plusDays(350), poor.orders())))
                        .versusLive())
                .as("two weeks are too few")
                .isNull();
    }

    @Test
    void everybodyOrderingEquallyOftenShowsNoGain() {
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            for (int day = 0; day < 365; day += 14) {
                purchases.add(new Purchase("c" + i, FIRST.plusDays(day), 20 + (i * 7 + day) % 40));
            }
        }
        assertThat(new CustomerTrial(purchases).judge(Optional.empty()).gain().atWorst())
                .isLessThanOrEqualTo(0);
    }

    private static CustomerModel model(LocalDate until, BgNbd orders) {
        return new CustomerModel(orders, new GammaGamma(6, 4, 15), 700, FIRST, until);
    }
}
