package io.tillflow.connectors.commerce;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.CancelCause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shop that is somebody else's program, connected beside our own: it keeps its own stock, payments and pages. */
public interface ForeignShop extends Orders {
    /** @param refund whether what was paid goes back */
    CancelOutcome cancel(String orderId, CancelCause cause, boolean refund, EffectKey key);

    RefundOutcome refund(String orderId, Money amount, EffectKey key);

    /** What was paid for an order and did not go back. */
    Money left(String orderId);

    /** Asks it whether it knows us. */
    Connection connection();

    /** @param location its name; null for all together */
    StockLevel stock(String sku, @Nullable String location);

    void adjust(StockChange change, EffectKey key);

    /**
     * A shop that answers.
     *
     * @param name what it calls itself
     * @param missing permissions that our steps need and were not given
     */
    record Connection(String name, List<String> missing) {}

    /** What came of cancelling. */
    sealed interface CancelOutcome {
        /** It is cancelled, now or before. */
        record Cancelled() implements CancelOutcome {}

        /** It is too late, or the shop never cancels such an order. */
        record Refused(String reason) implements CancelOutcome {}
    }

    /** What came of giving money back. */
    sealed interface RefundOutcome {
        /** It went back, now or before. */
        record Refunded(Money amount) implements RefundOutcome {}

        /** Only so much is left of what was paid. */
        record MoreThanPaid(Money left) implements RefundOutcome {}
    }

    /** How many can still be sold, and how many lie there. */
    record StockLevel(int available, int onHand) {}

    /**
     * @param location its name; null where the article lies at one only
     * @param by how many more; below zero how many fewer
     */
    record StockChange(String sku, @Nullable String location, int by, String reason) {}

    /** It sells no such article, or not from this location. */
    final class ArticleUnknown extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        public ArticleUnknown(String message) {
            super(message);
        }
    }
}
