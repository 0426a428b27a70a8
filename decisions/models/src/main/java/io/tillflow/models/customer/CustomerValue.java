package io.tillflow.models.customer;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Customer value: who is still there, how often and when he orders again, what he is worth. */
public final class CustomerValue implements Trained<CustomerModel> {
    static final int FEWEST_CUSTOMERS = 500;
    static final int FEWEST_DAYS = 180;
    private static final int MOST_LEARNED_FROM = 20_000;
    private static final int WEEKS_AHEAD = 39;
    private static final double YEARLY_DISCOUNT = 0.10;

    @Override
    public String name() {
        return "customer-value";
    }

    @Override
    public Class<CustomerModel> modelType() {
        return CustomerModel.class;
    }

    static List<Purchase> purchases(Source data) {
        return Purchase.read(Table.read(data.file("customers/cdnow.csv", "customer", "date", "amount")));
    }

    /** As asked, or the last day that can have been; where none can, today. */
    private static LocalDate until(List<Purchase> purchases, Terms terms) {
        return terms.asOf()
                .or(() -> purchases.stream()
                        .map(Purchase::date)
                        .filter(terms::canHaveBeen)
                        .max(LocalDate::compareTo))
                .or(terms::today)
                .orElseGet(() -> lastDay(purchases));
    }

    static LocalDate lastDay(List<Purchase> purchases) {
        return purchases.stream()
                .map(Purchase::date)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new BadData("expected purchases, but the file has no row below its header"));
    }

    static LocalDate firstDay(List<Purchase> purchases) {
        return purchases.stream()
                .map(Purchase::date)
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new BadData("expected purchases, but the file has no row below its header"));
    }

    @Override
    public Fit<CustomerModel> fit(Source data, Terms terms) {
        List<Purchase> purchases = purchases(data);
        if (purchases.isEmpty()) {
            return new Fit.TooLittle<>("there are no purchases; " + FEWEST_CUSTOMERS + " customers are needed");
        }
        return fit(purchases, until(purchases, terms));
    }

    static Fit<CustomerModel> fit(List<Purchase> purchases, LocalDate until) {
        List<History> customers = History.until(until, purchases);
        LocalDate from = firstDay(purchases);
        Optional<String> missing = missing(customers, ChronoUnit.DAYS.between(from, until));
        if (missing.isPresent()) {
            return new Fit.TooLittle<>(missing.get());
        }
        CustomerModel model = new CustomerModel(
                BgNbd.fit(some(customers)), GammaGamma.fit(some(customers)), customers.size(), from, until);
        return new Fit.Fitted<>(model, customers.size());
    }

    /** Of very many customers every so manieth tells the seven parameters as well as all of them. */
    private static List<History> some(List<History> customers) {
        int every = Math.ceilDiv(customers.size(), MOST_LEARNED_FROM);
        return every < 2
                ? customers
                : IntStream.range(0, customers.size() / every)
                        .mapToObj(i -> customers.get(i * every))
                        .toList();
    }

    private static Optional<String> missing(List<History> customers, long days) {
        long back = customers.stream().filter(c -> c.repeats() > 0).count();
        if (customers.size() < FEWEST_CUSTOMERS) {
            return Optional.of("there are " + customers.size() + " customers; " + FEWEST_CUSTOMERS + " are needed");
        }
        if (days < FEWEST_DAYS) {
            return Optional.of("there are " + days + " days of orders; " + FEWEST_DAYS + " are needed");
        }
        if (back < FEWEST_CUSTOMERS / 10) {
            return Optional.of("only " + back + " customers ordered again; " + FEWEST_CUSTOMERS / 10 + " are needed");
        }
        return customers.stream().noneMatch(c -> c.meanAmount() > 0)
                ? Optional.of("no later order of a customer has an amount, so nobody's worth can be told")
                : Optional.empty();
    }

    /** The earlier days alone must be enough to learn from. */
    @Override
    public Optional<String> missingToTryOut(Source inOrderOfTime) {
        List<Purchase> purchases = purchases(inOrderOfTime);
        LocalDate cut = CustomerTrial.cut(purchases);
        return missing(History.until(cut, purchases), ChronoUnit.DAYS.between(firstDay(purchases), cut))
                .map(reason -> "in the earlier four fifths of the days, from which it must be tried, " + reason);
    }

    @Override
    public Trial tryOut(Source inOrderOfTime, Optional<CustomerModel> live, int seen) {
        return new CustomerTrial(purchases(inOrderOfTime)).judge(live);
    }

    @Override
    public List<Supplier<?>> questions(CustomerModel model, Source data, int most) {
        List<Purchase> purchases = purchases(data);
        return History.until(lastDay(purchases), purchases).stream()
                .limit(most)
                .<Supplier<?>>map(
                        customer -> () -> model.orders().alive(customer) + value(model, customer, WEEKS_AHEAD))
                .toList();
    }

    @Override
    public Scores predict(CustomerModel model, Source data, Terms terms) {
        List<Purchase> purchases = purchases(data);
        LocalDate day = until(purchases, terms);
        int weeks = terms.horizon().orElse(WEEKS_AHEAD);
        Map<String, String> oddities = History.oddities(day, purchases);
        Scores scores = new Scores(
                "customer", "repeats", "p_alive", "expected_orders", "expected_amount", "value", "next_order", "note");
        for (History customer : History.until(day, purchases)) {
            scores.add(
                    customer.customer(),
                    customer.repeats(),
                    model.orders().alive(customer),
                    model.orders().expectedOrders(customer, weeks),
                    model.amounts().expectedAmount(customer),
                    value(model, customer, weeks),
                    nextOrder(model, customer, day),
                    oddities.getOrDefault(customer.customer(), ""));
        }
        return scores;
    }

    /** The orders of each week ahead, each worth less the later it comes. */
    static double value(CustomerModel model, History customer, int weeks) {
        double worth = 0;
        double before = 0;
        for (int week = 1; week <= weeks; week++) {
            double orders = model.orders().expectedOrders(customer, week);
            worth += (orders - before) / Math.pow(1 + YEARLY_DISCOUNT, week / 52.0);
            before = orders;
        }
        return worth * model.amounts().expectedAmount(customer);
    }

    /** Nothing when the customer has probably left, or would come back later than a person plans. */
    private static String nextOrder(CustomerModel model, History customer, LocalDate day) {
        double weeks = model.orders().medianWeeksToNext(customer);
        return model.orders().alive(customer) < 0.5 || weeks > 520
                ? ""
                : day.plusDays(Math.round(weeks * 7)).toString();
    }

    @Override
    public List<Result> evaluate(Source data) {
        return new CustomerHoldOut(purchases(data)).results();
    }
}
