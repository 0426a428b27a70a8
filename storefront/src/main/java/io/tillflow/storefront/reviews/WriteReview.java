package io.tillflow.storefront.reviews;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderState;
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

    /** Whether its buyer can know what came. */
    public static boolean open(Order order) {
        return order.state() == OrderState.DELIVERED || order.state() == OrderState.COMPLETED;
    }

    /** What is wrong with it, in words for the shopper; empty when nothing is. */
    public static String problem(String name, String stars, String body) {
        if (!stars.matches("[1-5]")) {
            return say("order.chooseStars");
        }
        if (name.isEmpty() || name.length() > Review.LONGEST_NAME) {
            return say("order.sayName", Review.LONGEST_NAME);
        }
        if (body.length() < Review.SHORTEST || body.length() > Review.LONGEST) {
            return say("order.sayMore", Review.LONGEST, body.length());
        }
        return "";
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
