package io.tillflow.storefront.byhand;

import io.tillflow.storefront.support.SupportMessage;
import io.tillflow.storefront.support.SupportRequest;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Sends what staff answered as a letter, unless the question's automation does. */
@Service
public class AnswerByHand {
    private final Hands hands;

    AnswerByHand(Hands hands) {
        this.hands = hands;
    }

    /** @param open whether the question waited for an answer; with the connectors away its automation hears of it later */
    public void send(SupportRequest request, SupportMessage answer, boolean open) {
        hands.act(Map.of(
                "act",
                "ANSWER",
                "orderId",
                request.orderId(),
                "answer",
                Map.of("requestId", request.id(), "messageId", answer.id(), "number", answer.seq(), "open", open)));
    }
}
