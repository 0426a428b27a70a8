package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Letters;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.JobType;
import io.tillflow.processes.SendEmail;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters' part of the processes. */
@Component
public class MessagingWorkers {
    private final Letters letters;
    private final OrderLetters orders;
    private final Shop shop;

    MessagingWorkers(Letters letters, OrderLetters orders, Shop shop) {
        this.letters = letters;
        this.orders = orders;
        this.shop = shop;
    }

    @Action(
            name = "Send e-mail",
            help = "Sends a letter about an order; address and lines come from the shop.",
            effect = Effect.AT_MOST_ONCE)
    @JobWorker(type = JobType.MESSAGING_SEND_EMAIL)
    public void sendEmail(@VariablesAsType SendEmail job) {
        EffectKey key = new EffectKey(job.effectKey());
        switch (letters.send(orders.letter(job, shop.facts(job.orderId()), said(job)), key)) {
            case Handover.Accepted ignored -> {}
            case Handover.Refused refused ->
                throw new IllegalStateException("expected letter " + key + " to be taken, but " + refused.reason());
        }
    }

    /** Words that a process only names: they stay in the shop until their letter goes out. */
    private Map<String, String> said(SendEmail job) {
        String message = job.facts().get("messageId");
        return message == null ? Map.of() : Map.of("answer", shop.message(message));
    }
}
