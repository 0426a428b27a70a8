package io.tillflow.storefront.reviews;

import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A buyer's word is kept, and the automation hears of it; the words themselves stay in the shop. */
@Service
public class WriteReview {
    private final Reviews reviews;
    private final Outbox outbox;

    WriteReview(Reviews reviews, Outbox outbox) {
        this.reviews = reviews;
        this.outbox = outbox;
    }

    private record Written(String businessKey, Facts review) {}

    private record Facts(UUID id, String product, UUID orderId, int stars) {}

    /**
     * Each writing is a subject of its own: a process that still runs for an earlier one keeps none from beginning.
     *
     * @return whether it stands as it was written; false where it was changed too often within a day
     */
    @Transactional
    public boolean write(Review review) {
        Optional<UUID> changed = reviews.write(review);
        changed.ifPresent(id -> outbox.publish(
                EventType.REVIEW_WRITTEN,
                UUID.randomUUID(),
                new Written(review.product(), new Facts(id, review.product(), review.orderId(), review.stars()))));
        return changed.isPresent()
                || reviews.of(review.orderId(), review.product())
                        .filter(review::says)
                        .isPresent();
    }
}
