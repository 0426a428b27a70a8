package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.DoByHand.Answer;
import io.tillflow.storefront.byhand.StaffAct.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the connectors to keep a parcel here that was about to leave. From then on nobody hands it to a carrier; an
 * automation that tries hears that it cannot be delivered.
 */
@Component
class KeepHere {
    private final Hands hands;

    KeepHere(Hands hands) {
        this.hands = hands;
    }

    /**
     * Empty when it stays.
     *
     * @param returnId of the return whose exchange it is; null for the order's own parcel
     */
    Optional<Answer> refusal(UUID orderId, @Nullable UUID returnId) {
        Map<String, Object> what = new HashMap<>(Map.of("act", "KEEP", "orderId", orderId));
        if (returnId != null) {
            what.put("returnId", returnId);
        }
        Hands.Done done = hands.act(what);
        if (done.way() == Way.HAND) {
            return Optional.empty();
        }
        return Optional.of(
                done.way() == Way.WAITING
                        ? new Answer.Refused(
                                "connectors-away",
                                "The connectors do not answer, so nobody knows whether its parcel has left. Ask again once they do.")
                        : new Answer.Refused(
                                "too-late", "It is about to leave, so it can’t be called off. " + done.says()));
    }
}
