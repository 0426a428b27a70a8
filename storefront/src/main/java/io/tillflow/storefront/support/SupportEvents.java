package io.tillflow.storefront.support;

import io.tillflow.storefront.orders.Order;
import java.util.UUID;

/** What the automation hears of a question: ids and small values, none of its words. */
final class SupportEvents {
    private SupportEvents() {}

    record Requested(String businessKey, Sold order, Asked request) {}

    record Sold(String id, String number) {}

    /**
     * @param round how often the same was asked about this order lately
     */
    record Asked(String id, String topic, boolean urgent, int round, String orderState) {}

    record Answered(Answer answer) {}

    record Answer(UUID id, long number) {}

    record Written(String businessKey, Sold order, Within request, Answer answer) {}

    record Within(UUID id) {}

    static Written written(Order order, UUID requestId, Answer answer) {
        return new Written(
                order.number(), new Sold(order.id().toString(), order.number()), new Within(requestId), answer);
    }

    record Continued(More more) {}

    /** @param number of the message */
    record More(long number) {}

    record Closed(Closing closing) {}

    record Closing(String by) {}
}
