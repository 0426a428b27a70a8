package io.tillflow.launcher.demo.suite;

import io.tillflow.launcher.demo.proof.Facts;
import io.tillflow.launcher.demo.proof.InstanceFact;
import io.tillflow.launcher.demo.proof.MoneyFact;
import io.tillflow.launcher.demo.proof.MovementFact;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.proof.PaymentFact;
import io.tillflow.launcher.demo.proof.PlaceFact;
import io.tillflow.launcher.demo.proof.QuestionFact;
import io.tillflow.launcher.demo.proof.ReturnFact;
import io.tillflow.launcher.demo.proof.ShareFact;
import io.tillflow.launcher.demo.proof.StockFact;
import io.tillflow.launcher.demo.proof.TransferFact;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what every part of the suite says happened. */
public final class Books {
    private final Merchant merchant;
    private final Providers providers;
    private final History history;

    public Books(Merchant merchant, Providers providers, History history) {
        this.merchant = merchant;
        this.providers = providers;
        this.history = history;
    }

    /** Everything there is, but the single steps of the instances: there may be millions. */
    public Facts all() {
        List<OrderFact> orders = merchant.orders();
        return read(orders, history.heads(), row -> true);
    }

    /** What concerns the orders of these shoppers, and the shop's whole stock. */
    public Facts of(Set<String> emails, Instant since) {
        List<OrderFact> orders = merchant.demoOrders(since).stream()
                .filter(order -> emails.contains(order.email()))
                .toList();
        Set<String> numbers = orders.stream().map(OrderFact::number).collect(Collectors.toSet());
        Set<String> ids = orders.stream().map(OrderFact::id).collect(Collectors.toSet());
        return read(orders, history.instances(numbers), ids::contains);
    }

    private Facts read(List<OrderFact> orders, List<InstanceFact> instances, Function<String, Boolean> ofInterest) {
        Set<String> shoppers = orders.stream().map(OrderFact::email).collect(Collectors.toSet());
        List<StockFact> before = merchant.stock();
        List<PlaceFact> lay = merchant.places();
        List<MovementFact> movements = merchant.movements();
        List<TransferFact> transfers = merchant.transfers();
        List<ShareFact> shares = merchant.shares();
        List<ReturnFact> returns = merchant.returns().stream()
                .filter(row -> ofInterest.apply(row.order()))
                .toList();
        Set<String> exchanged = returns.stream().map(ReturnFact::id).collect(Collectors.toSet());
        List<StockFact> after = merchant.stock();
        List<PlaceFact> lie = merchant.places();
        return new Facts(
                orders,
                ours(providers.payments(), PaymentFact::order, ofInterest),
                ours(providers.charges(), MoneyFact::order, ofInterest),
                ours(providers.refunds(), MoneyFact::order, ofInterest),
                ours(providers.lostDisputes(), MoneyFact::order, ofInterest),
                movements,
                steady(before, after, moving(lay, lie)),
                lie,
                transfers,
                shares,
                providers.shipments().stream()
                        .filter(row -> ofInterest.apply(row.order()) || exchanged.contains(row.order()))
                        .toList(),
                providers.mails().stream()
                        .filter(row -> shoppers.contains(row.to()))
                        .toList(),
                returns,
                ours(merchant.questions(), QuestionFact::order, ofInterest),
                instances,
                providers.setAside());
    }

    private static <T> List<T> ours(List<T> rows, Function<T, String> order, Function<String, Boolean> ofInterest) {
        return rows.stream().filter(row -> ofInterest.apply(order.apply(row))).toList();
    }

    /** Which of them nothing happened to meanwhile. */
    private static List<StockFact> steady(List<StockFact> before, List<StockFact> after, Set<String> moving) {
        Set<StockFact> still = new HashSet<>(after);
        return before.stream()
                .filter(still::contains)
                .filter(stock -> !moving.contains(stock.sku()))
                .toList();
    }

    /** Of which something changed at a location meanwhile. */
    private static Set<String> moving(List<PlaceFact> before, List<PlaceFact> after) {
        Set<PlaceFact> one = new HashSet<>(before);
        Set<PlaceFact> other = new HashSet<>(after);
        return Stream.concat(
                        before.stream().filter(place -> !other.contains(place)),
                        after.stream().filter(place -> !one.contains(place)))
                .map(PlaceFact::sku)
                .collect(Collectors.toSet());
    }
}
