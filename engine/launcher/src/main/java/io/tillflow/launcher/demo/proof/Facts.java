package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything the suite's parts say happened, each by itself. Instances carry the number of their order. */
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
        List<InstanceFact> instances) {

    public Map<String, List<InstanceFact>> instancesByOrder() {
        return grouped(instances, InstanceFact::order);
    }

    static <T> Map<String, List<T>> grouped(List<T> facts, Function<T, String> by) {
        return facts.stream().collect(Collectors.groupingBy(by));
    }
}
