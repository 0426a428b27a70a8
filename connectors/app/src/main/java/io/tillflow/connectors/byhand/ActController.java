package io.tillflow.connectors.byhand;

import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.OutcomeUnknown;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the shop hands over what its staff do by hand. */
@RestController
class ActController {
    private static final Logger log = LoggerFactory.getLogger(ActController.class);

    private final ByHand byHand;

    ActController(ByHand byHand) {
        this.byHand = byHand;
    }

    /**
     * An act with what it needs; which of these, its kind says.
     *
     * @param formerPaymentId of a change that was paid anew, the payment that it took the place of
     * @param openedPaymentId of a change that is off, the payment that was opened for it
     * @param atOnce whether not to leave it to an automation that could do it
     */
    record Asked(
            @Nullable String act,
            @Nullable String id,
            @Nullable String orderId,
            @Nullable String paymentId,
            @Nullable String formerPaymentId,
            @Nullable String openedPaymentId,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable String carrier,
            @Nullable String service,
            @Nullable String reason,
            @Nullable String returnId,
            @Nullable Integer weightGrams,
            @Nullable Answered answer,
            @Nullable Boolean atOnce) {

        Act toDo() {
            String order = given("orderId", orderId);
            return switch (given("act", act).toUpperCase(Locale.ROOT)) {
                case "SHIP" -> new Act.Ship(order, given("paymentId", paymentId), carrier, service);
                case "KEEP" -> new Act.Keep(order, returnId);
                case "CAPTURE" -> new Act.Capture(order, given("paymentId", paymentId), money());
                case "CANCEL" -> new Act.Cancel(order, paymentId, given("reason", reason));
                case "REFUND" ->
                    new Act.Refund(order, given("returnId", returnId), given("paymentId", paymentId), money());
                case "CHANGE" -> new Act.Changed(order, given("id", id), formerPaymentId);
                case "PAY_MORE" -> new Act.PayMore(order, given("id", id), money());
                case "CHANGE_OFF" -> new Act.ChangeOff(order, given("id", id), openedPaymentId, reason);
                case "EXCHANGE" -> exchange(order);
                case "ANSWER" -> answered(order);
                default ->
                    throw new IllegalArgumentException(
                            "act must be SHIP, KEEP, CAPTURE, CANCEL, REFUND, CHANGE, PAY_MORE, CHANGE_OFF, EXCHANGE or ANSWER, was '"
                                    + act + "'");
            };
        }

        private Act exchange(String order) {
            if (weightGrams == null || weightGrams < 1) {
                throw new IllegalArgumentException("weightGrams must be at least 1, was " + weightGrams);
            }
            return new Act.SendExchange(
                    order,
                    given("returnId", returnId),
                    given("paymentId", paymentId),
                    money(),
                    weightGrams,
                    carrier,
                    service);
        }

        private Act answered(String order) {
            if (answer == null) {
                throw new IllegalArgumentException("answer must be given");
            }
            return new Act.Answer(
                    order,
                    given("answer.requestId", answer.requestId()),
                    given("answer.messageId", answer.messageId()),
                    answer.number(),
                    answer.open());
        }

        private Money money() {
            if (amount == null) {
                throw new IllegalArgumentException("amount must be given");
            }
            return new Money(amount, given("currency", currency));
        }

        private static String given(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(name + " must be given");
            }
            return value;
        }
    }

    record Answered(@Nullable String requestId, @Nullable String messageId, long number, boolean open) {}

    @PostMapping("/api/v1/acts")
    Outcome act(@RequestBody Asked asked) {
        return byHand.act(asked.toDo(), Boolean.TRUE.equals(asked.atOnce()));
    }

    @ExceptionHandler
    ProblemDetail refused(ActRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(refused.getMessage()));
    }

    /** A provider or the shop refused it for good; what passes has another name. */
    @ExceptionHandler
    ProblemDetail refusedForGood(IllegalStateException refused) {
        log.warn("an act is refused: {}", refused.getMessage());
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(refused.getMessage()));
    }

    /** It may have left: it waits among the letters in doubt, and is not sent again. */
    @ExceptionHandler
    ProblemDetail unknown(OutcomeUnknown unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(unknown.getMessage()));
    }
}
