package io.tillflow.connectors.workers;

import io.camunda.client.api.response.ActivatedJob;
import io.tillflow.connectors.automations.Cost;
import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.JobType;
import io.tillflow.processes.OfferedJobType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a job counts for towards its automation's limits. */
@Component
class Costs {
    private static final Logger log = LoggerFactory.getLogger(Costs.class);
    /** The currency our shop counts in. */
    private static final String BASE = "EUR";

    private static final List<String> TO_PEOPLE = List.of("messaging.", "sms.", "chat.");

    private final Payments payments;
    private final ConnectedShops shops;
    private final Shop own;

    Costs(Payments payments, ConnectedShops shops, Shop own) {
        this.payments = payments;
        this.shops = shops;
        this.own = own;
    }

    /** Empty for what is not limited. */
    Optional<Cost> of(ActivatedJob job) {
        return switch (job.getType()) {
            case JobType.PAYMENTS_REFUND_PART, OfferedJobType.COMMERCE_REFUND_ORDER -> part(job.getVariablesAsMap());
            case JobType.PAYMENTS_REFUND -> whole(job.getVariablesAsMap());
            case OfferedJobType.COMMERCE_CANCEL_ORDER -> cancelled(job.getVariablesAsMap());
            case JobType.PAYMENTS_ANSWER_DISPUTE -> givenUp(job.getVariablesAsMap());
            case JobType.SUPPLIERS_PLACE_ORDER -> purchase(job.getVariablesAsMap());
            default ->
                TO_PEOPLE.stream().anyMatch(job.getType()::startsWith)
                        ? Optional.of(Cost.ONE_MESSAGE)
                        : Optional.empty();
        };
    }

    /**
     * One limit holds for orders in every currency: what our shop's cost counts in the one it counts in. An order that the shop does
     * not know counts as it is; while the shop does not answer, the job waits for it.
     */
    Cost counted(ActivatedJob job, Cost cost) {
        if (cost.kind() != Cost.Kind.SPEND
                || cost.currency().equals(BASE)
                || !job.getType().startsWith("payments.")
                || !(job.getVariablesAsMap().get("orderId") instanceof String id)) {
            return cost;
        }
        try {
            Money counted = own.facts(id).inBase(new Money(cost.amount(), cost.currency()));
            return Cost.money(counted.minorUnits(), counted.currency());
        } catch (IllegalStateException unknown) {
            log.warn("{} of order {} counts in {}", job.getType(), id, cost.currency(), unknown);
            return cost;
        }
    }

    private static Optional<Cost> part(Map<String, Object> inputs) {
        return inputs.get("amount") instanceof Number amount && inputs.get("currency") instanceof String currency
                ? Optional.of(Cost.money(Math.max(0, amount.longValue()), currency))
                : Optional.empty();
    }

    /** Who accepts a dispute gives its money up. */
    private Optional<Cost> givenUp(Map<String, Object> inputs) {
        return "ACCEPT".equals(inputs.get("answer")) && inputs.get("disputeId") instanceof String id
                ? payments.dispute(id)
                        .map(dispute -> Cost.money(
                                dispute.amount().minorUnits(), dispute.amount().currency()))
                : Optional.empty();
    }

    private static Optional<Cost> purchase(Map<String, Object> inputs) {
        return inputs.get("quantity") instanceof Number quantity
                        && inputs.get("unitPrice") instanceof Number price
                        && inputs.get("currency") instanceof String currency
                ? Optional.of(Cost.money(Math.max(0, quantity.longValue() * price.longValue()), currency))
                : Optional.empty();
    }

    /** All that was captured at most; what was given back before is not known here and counts again. */
    private Optional<Cost> whole(Map<String, Object> inputs) {
        return inputs.get("paymentId") instanceof String known && !known.equals(StandIns.MADE_UP)
                ? payments.find(byNow(inputs.get("orderId"), known))
                        .filter(payment -> payment.status() == io.tillflow.connectors.payments.PaymentStatus.CAPTURED)
                        .map(payment -> Cost.money(
                                payment.amount().minorUnits(), payment.amount().currency()))
                : Optional.empty();
    }

    /** An order that was made dearer has another payment than its process began with. */
    private String byNow(@Nullable Object order, String known) {
        try {
            return order instanceof String id && ConnectedShops.ours(id)
                    ? own.facts(id).paymentId(known)
                    : known;
        } catch (IllegalStateException unknown) {
            log.warn("payment {} counts for order {}", known, order, unknown);
            return known;
        }
    }

    /** What would go back: what was given back before counted then. */
    private Optional<Cost> cancelled(Map<String, Object> inputs) {
        if (!Boolean.TRUE.equals(inputs.get("refund"))
                || !(inputs.get("orderId") instanceof String id)
                || id.equals(StandIns.MADE_UP)) {
            return Optional.empty();
        }
        Money left = shops.ofOrder(id).left(id);
        return Optional.of(Cost.money(left.minorUnits(), left.currency()));
    }

    static boolean onlyGets(ActivatedJob job) {
        return job.getType().equals(OfferedJobType.HTTP_REQUEST)
                && "GET".equals(job.getVariablesAsMap().get("method"));
    }
}
