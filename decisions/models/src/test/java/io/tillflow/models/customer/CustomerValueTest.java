package io.tillflow.models.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.Fit;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerValueTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final BgNbd TRUTH = new BgNbd(0.6, 6, 0.8, 2.5);

    @TempDir
    private Path folder;

    /** Customers who behave as the model says, so that its parameters must come out again. */
    private static List<Purchase> shop(int customers) {
        Random random = new Random(4);
        GammaDistribution rates = new GammaDistribution(new Well19937c(1), TRUTH.r(), 1 / TRUTH.alpha());
        BetaDistribution leaves = new BetaDistribution(new Well19937c(2), TRUTH.a(), TRUTH.b());
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double day = random.nextInt(80);
            double rate = rates.sample();
            double leave = leaves.sample();
            double size = 20 + random.nextInt(60);
            purchases.add(purchase("c" + i, day, size));
            while (day < 540) {
                day += -Math.log(1 - random.nextDouble()) / rate * 7;
                if (day >= 540) {
                    break;
                }
                purchases.add(purchase("c" + i, day, size * (0.8 + 0.4 * random.nextDouble())));
                if (random.nextDouble() < leave) {
                    break;
                }
            }
        }
        return purchases;
    }

    private static Purchase purchase(String customer, double day, double amount) {
        return new Purchase(customer, FIRST.plusDays((long) day), amount);
    }

    @Test
    void findsTheParametersThatMadeTheData() {
        BgNbd found = BgNbd.fit(History.until(FIRST.plusDays(539), shop(3000)));

        assertThat(found.r() / found.alpha()).isCloseTo(TRUTH.r() / TRUTH.alpha(), within(0.015));
        assertThat(found.a() / (found.a() + found.b())).isCloseTo(0.242, within(0.06));
    }

    @Test
    void expectsAsManyOrdersAsCome() {
        List<Purchase> purchases = shop(2000);
        List<History> customers = History.until(FIRST.plusDays(269), purchases);
        BgNbd model = BgNbd.fit(customers);
        double expected = customers.stream()
                .mapToDouble(c -> model.expectedOrders(c, 270 / 7.0))
                .sum();
        long came = purchases.stream()
                .filter(p -> p.date().isAfter(FIRST.plusDays(269)))
                .count();

        assertThat(expected).isCloseTo((double) came, within(0.12 * (double) came));
    }

    /** Nothing tells how unlike they are in leaving, so that likelihood knows no bound. */
    @Test
    void staysFiniteWhereCustomersAreAlikeInLeaving() {
        Random random = new Random(3);
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            double day = random.nextInt(60);
            double everyDays = 10 + random.nextInt(80);
            do {
                purchases.add(purchase("c" + i, day, 30));
                day += 1 - Math.log(1 - random.nextDouble()) * everyDays;
            } while (random.nextDouble() > 0.2 && day < 292);
        }
        List<History> customers = History.until(FIRST.plusDays(292), purchases);
        BgNbd model = BgNbd.fit(customers);

        assertThat(customers)
                .allSatisfy(customer ->
                        assertThat(model.expectedOrders(customer, 39)).isBetween(0.0, 200.0));
    }

    @Test
    void staysFiniteForACustomerWithAHundredThousandOrders() {
        History huge = new History("huge", 100_000, 76, 76, 12);

        assertThat(TRUTH.alive(huge)).isBetween(0.0, 1.0);
        assertThat(TRUTH.expectedOrders(huge, 39)).isBetween(10_000.0, 60_000.0);
        assertThat(new GammaGamma(6, 4, 15).expectedAmount(huge)).isCloseTo(12, within(0.01));
    }

    @Test
    void refusesToGuessFromTooFewCustomersOrDays() {
        Fit<CustomerModel> few = CustomerValue.fit(shop(400), FIRST.plusDays(539));
        Fit<CustomerModel> brief = CustomerValue.fit(shop(900), FIRST.plusDays(120));

        assertThat(few).isEqualTo(new Fit.TooLittle<>("there are 400 customers; 500 are needed"));
        assertThat(brief)
                .isInstanceOfSatisfying(
                        Fit.TooLittle.class,
                        none -> assertThat(none.reason()).contains("days of orders; 180 are needed"));
    }

    @Test
    void inventsNoWorthWhereOrdersHaveNoAmounts() {
        List<Purchase> free = shop(900).stream()
                .map(purchase -> new Purchase(purchase.customer(), purchase.date(), 0))
                .toList();

        assertThat(CustomerValue.fit(free, FIRST.plusDays(539)))
                .isEqualTo(new Fit.TooLittle<>(
                        "no later order of a customer has an amount, so nobody's worth can be told"));
    }

    @Test
    void leavesOutWhatIsNoSaleOrHasNotHappenedAndSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), """
                customer,date,amount
                a,2025-01-01,10
                a,2025-02-01,-10
                b,2025-01-03,NaN
                b,2025-01-04,20
                b,2025-01-04,20
                c,2025-01-05,5
                c,2026-01-01,5
                """);
        CustomerModel model = new CustomerModel(TRUTH, new GammaGamma(6, 4, 15), 1, FIRST, FIRST);
        Terms asOf = new Terms(java.util.Optional.of(LocalDate.parse("2025-06-30")), java.util.Optional.of(10));
        Scores scores = new CustomerValue().predict(model, new Source(file), asOf);

        assertThat(scores.column("customer")).containsExactly("a", "b", "c");
        assertThat(scores.column("repeats")).containsExactly(0, 0, 0);
        assertThat(scores.column("note").stream().map(Object::toString))
                .anyMatch(note -> note.contains("negative"))
                .anyMatch(note -> note.contains("after 2025-06-30"));
        assertThat(scores.column("p_alive")).allMatch(p -> (double) p >= 0 && (double) p <= 1);
    }

    @Test
    void anOrderOfTomorrowDoesNotMakeAllOthersOld() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), """
                customer,date,amount
                a,2025-01-01,10
                a,2025-02-01,10
                b,2099-01-05,5
                """);
        CustomerModel model = new CustomerModel(TRUTH, new GammaGamma(6, 4, 15), 1, FIRST, FIRST);
        Terms inMarch = new Terms(
                java.util.Optional.empty(),
                java.util.Optional.of(10),
                java.util.Optional.of(LocalDate.parse("2025-03-01")));
        Scores scores = new CustomerValue().predict(model, new Source(file), inMarch);

        assertThat(scores.column("customer")).containsExactly("a");
        assertThat((double) scores.column("p_alive").getFirst())
                .isEqualTo(TRUTH.alive(new History("a", 1, 31 / 7.0, 31 / 7.0, 10)));
        Path only = Files.writeString(folder.resolve("only.csv"), "customer,date,amount\nb,2099-01-05,5\n");
        assertThat(new CustomerValue().fit(new Source(only), inMarch))
                .isEqualTo(new Fit.TooLittle<>("there are 0 customers; 500 are needed"));
    }

    @Test
    void refusesMixedCurrenciesAndBadDatesByName() throws IOException {
        Path mixed = Files.writeString(folder.resolve("mixed.csv"), """
                customer,date,amount,currency
                a,2025-01-01,10,EUR
                b,2025-01-01,10,USD
                """);
        Path dated = Files.writeString(folder.resolve("dated.csv"), "customer,date,amount\na,1.2.2025,10\n");

        assertThatThrownBy(() -> new CustomerValue().fit(new Source(mixed), Terms.USUAL))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("EUR, USD");
        assertThatThrownBy(() -> new CustomerValue().fit(new Source(dated), Terms.USUAL))
                .hasMessage("dated.csv, row 1, date: expected a day as 2026-01-31, but got \"1.2.2025\"");
    }
}
