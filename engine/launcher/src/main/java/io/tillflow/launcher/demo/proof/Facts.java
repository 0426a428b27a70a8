package io.tillflow.launcher.demo.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything the suite's parts say happened, each by itself. Instances carry the number of their order.
 *
 * @param setAside ids of orders whose automation was off or paused when they were placed: people do with them what it would
 */
public record Facts(
        List<OrderFact> orders,
        List<PaymentFact> payments,
        List<MoneyFact> charges,
        List<MoneyFact> refunds,
        List<MoneyFact> lostDisputes,
        List<MovementFact> movements,
        List<StockFact> stock,
        List<PlaceFact> places,
        List<TransferFact> transfers,
        List<ShareFact> shares,
        List<ShipmentFact> shipments,
        List<MailFact> mails,
        List<ReturnFact> returns,
        List<QuestionFact> questions,
        List<InstanceFact> instances,
        Set<String> setAside) {

    public Map<String, List<InstanceFact>> instancesByOrder() {
        return grouped(instances, InstanceFact::order);
    }

    /**
     * These facts without charges that went back whole, unless by the order's own payment: money that was taken early with a
     * payment that another one took the place of, or for a change that came to nothing.
     */
    Facts withoutWhatWentBack() {
        Set<String> own = orders.stream()
                .flatMap(order -> Stream.ofNullable(order.payment()))
                .collect(Collectors.toSet());
        Set<String> replaced = orders.stream()
                .filter(order -> order.payment() != null)
                .map(OrderFact::id)
                .collect(Collectors.toSet());
        Map<String, Long> kept = new HashMap<>();
        charges.forEach(charge -> kept.merge(charge.payment(), charge.amount(), Long::sum));
        refunds.forEach(refund -> kept.merge(refund.payment(), -refund.amount(), Long::sum));
        Predicate<MoneyFact> stays = money -> !replaced.contains(money.order())
                || own.contains(money.payment())
                || kept.getOrDefault(money.payment(), 0L) != 0;
        return new Facts(
                orders,
                payments,
                charges.stream().filter(stays).toList(),
                refunds.stream().filter(stays).toList(),
                lostDisputes,
                movements,
                stock,
                places,
                transfers,
                shares,
                shipments,
                mails,
                returns,
                questions,
                instances,
                setAside);
    }

    static <T> Map<String, List<T>> grouped(List<T> facts, Function<T, String> by) {
        return facts.stream().collect(Collectors.groupingBy(by));
    }
}
