package io.tillflow.connectors.byhand;

import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.workers.MessagingWorkers;
import io.tillflow.processes.EmailTemplate;
import io.tillflow.processes.SendEmail;
import io.tillflow.processes.Step;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The letters that go with what staff do: the automation's own, once. */
@Component
class LettersByHand {
    private static final Logger log = LoggerFactory.getLogger(LettersByHand.class);
    /** Staff changed address or things; no model sends it. */
    private static final String ORDER_CHANGED = "order-changed";
    /** A change would cost more: what, and where to pay it. */
    private static final String CHANGE_PAYMENT = "change-payment";
    /** That change is off. */
    private static final String CHANGE_OFF = "change-off";

    private static final int CENTS = 100;

    private final MessagingWorkers letters;

    LettersByHand(MessagingWorkers letters) {
        this.letters = letters;
    }

    String cancelled(Act.Cancel act) {
        return send(new SendEmail(
                act.orderId(),
                EmailTemplate.ORDER_CANCELLED,
                Map.of("reason", act.reason()),
                Step.SEND_CANCELLATION.effect(act.orderId(), 1)));
    }

    String refunded(Act.Refund act, long amount) {
        return send(new SendEmail(
                act.orderId(),
                EmailTemplate.RETURN_REFUNDED,
                Map.of("refundedAmount", text(amount, act.amount().currency())),
                Step.SEND_RETURN_REFUND.effect(act.returnId(), 1)));
    }

    private static String text(long amount, String currency) {
        return String.format(Locale.ROOT, "%d.%02d %s", amount / CENTS, amount % CENTS, currency);
    }

    String exchanged(Act.SendExchange act, String trackingNumber) {
        return send(new SendEmail(
                act.orderId(),
                EmailTemplate.RETURN_EXCHANGED,
                Map.of("trackingNumber", trackingNumber),
                Step.SEND_EXCHANGE.effect(act.returnId(), 1)));
    }

    String changed(Act.Changed act) {
        return send(new SendEmail(act.orderId(), ORDER_CHANGED, Map.of(), act.id() + "/send-order-change/1"));
    }

    /** The order's page says what would be different, and is where it is paid. */
    String payMore(Act.PayMore act) {
        String amount = text(act.amount().minorUnits(), act.amount().currency());
        return send(new SendEmail(
                act.orderId(), CHANGE_PAYMENT, Map.of("newTotal", amount), act.id() + "/send-change-payment/1"));
    }

    String changeOff(Act.ChangeOff act) {
        return act.reason() == null
                ? ""
                : send(new SendEmail(
                        act.orderId(), CHANGE_OFF, Map.of("reason", act.reason()), act.id() + "/send-change-off/1"));
    }

    String answer(Act.Answer act) {
        return send(new SendEmail(
                act.orderId(),
                EmailTemplate.SUPPORT_ANSWER,
                Map.of("messageId", act.messageId()),
                Step.SEND_ANSWER.effect(act.requestId(), act.number())));
    }

    /**
     * What was done is done, even if its automation is writing this letter now, it is in doubt whether it left, or nobody
     * takes it. Answers in words what became of it; empty when there is nothing to say.
     */
    private String send(SendEmail letter) {
        try {
            letters.sendEmail(letter);
            return "";
        } catch (IllegalStateException refused) {
            log.warn("letter {} cannot be sent", letter.effectKey(), refused);
            return "Its letter could not be sent: " + refused.getMessage() + ".";
        } catch (HeldBack | OutcomeUnknown elsewhere) {
            log.info("letter {} is not sent by hand: {}", letter.effectKey(), elsewhere.getMessage());
            return "";
        }
    }
}
