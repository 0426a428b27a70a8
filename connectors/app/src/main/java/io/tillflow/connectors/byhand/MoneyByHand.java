package io.tillflow.connectors.byhand;

import io.tillflow.connectors.commerce.ReturnNews;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.CaptureResult;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.RefundResult;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.ReturnState;
import io.tillflow.processes.Step;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The money's part of what staff do. */
@Component
class MoneyByHand {
    private final Payments payments;
    private final Shop shop;
    private final CaptureTries tries;

    MoneyByHand(Payments payments, Shop shop, CaptureTries tries) {
        this.payments = payments;
        this.shop = shop;
        this.tries = tries;
    }

    /** Answers how much. */
    String capture(Act.Capture act) {
        int attempt = tries.next(act.orderId());
        EffectKey key = new EffectKey(Step.CAPTURE_PAYMENT.effect(act.orderId(), attempt));
        return switch (payments.capture(act.paymentId(), act.amount(), key)) {
            case CaptureResult.Captured ignored -> act.amount().text();
            case CaptureResult.Refused refused -> {
                tries.refused(act.orderId(), attempt);
                throw new ActRefused(
                        "The bank refused: " + refused.reason().text() + ". Trying again asks it once more.");
            }
            case CaptureResult.NotAuthorised gone ->
                throw new ActRefused("There is no money to take: the payment is " + gone.status() + ".");
        };
    }

    /** Answers what became of the payment. */
    String giveFree(Act.Cancel act) {
        if (act.paymentId() == null) {
            return "";
        }
        return switch (payments.voidAuthorisation(
                act.paymentId(), new EffectKey(Step.VOID_PAYMENT.effect(act.orderId(), 1)))) {
            case VoidResult.Voided ignored -> "";
            case VoidResult.NothingHeld ignored -> "";
            case VoidResult.AlreadyCaptured ignored ->
                throw new ActRefused("Its money was taken already: give that back as well.");
        };
    }

    /**
     * Money is held or taken with one payment of an order; with one that its provider does not know there is none. Answers what
     * became of the former one if it was taken.
     */
    String giveFormerFree(Act.Changed act) {
        return givenBack(act.former(), new EffectKey(act.id() + "/void-former-payment/1"))
                ? "The money of its former payment was taken already, and went back"
                : "";
    }

    /** Nobody pays for a change that is off. Answers what became of its payment if it was taken. */
    String giveFree(Act.ChangeOff act) {
        return givenBack(act.paymentId(), new EffectKey(act.id() + "/void-payment/1"))
                ? "The money for the change was taken already, and went back"
                : "";
    }

    /** Whether there was something to give back: what was held alone is free without. */
    private boolean givenBack(@Nullable String payment, EffectKey key) {
        if (payment == null || payments.find(payment).isEmpty()) {
            return false;
        }
        return switch (payments.voidAuthorisation(payment, key)) {
            case VoidResult.Voided ignored -> false;
            case VoidResult.NothingHeld ignored -> false;
            case VoidResult.AlreadyCaptured ignored -> {
                payments.refund(payment, key);
                yield true;
            }
        };
    }

    /** Asked before anything is sent: what has left cannot be refused any more. */
    void makeSureTheDifferenceCanGoBack(Act.SendExchange act) {
        if (act.difference().minorUnits() == 0) {
            return;
        }
        PaymentStatus status = payments.find(act.paymentId())
                .map(Payment::status)
                .orElseThrow(() -> new ActRefused("Nobody knows payment " + act.paymentId() + "."));
        if (status != PaymentStatus.CAPTURED) {
            throw new ActRefused("No money was taken of which the difference could go back: the payment is " + status
                    + ". Take it first.");
        }
    }

    /** Answers how much went back of what an exchange costs less, in minor units; empty when it is still owed. */
    OptionalLong refundDifference(Act.SendExchange act) {
        if (act.difference().minorUnits() == 0) {
            return OptionalLong.of(0);
        }
        return switch (payments.refund(
                act.paymentId(), act.difference(), new EffectKey(Step.REFUND_DIFFERENCE.effect(act.returnId(), 1)))) {
            case RefundResult.Refunded refunded ->
                OptionalLong.of(refunded.amount().minorUnits());
            case RefundResult.NothingCaptured ignored -> OptionalLong.empty();
        };
    }

    /** Answers how much went back, in minor units. */
    long refund(Act.Refund act) {
        return switch (payments.refund(
                act.paymentId(), act.amount(), new EffectKey(Step.REFUND_RETURN.effect(act.returnId(), 1)))) {
            case RefundResult.Refunded refunded -> {
                long amount = refunded.amount().minorUnits();
                shop.showReturn(
                        act.returnId(),
                        new ReturnNews(ReturnState.REFUNDED, null, null, null, null, amount),
                        new EffectKey(Step.SHOW_RETURN_REFUNDED.effect(act.returnId(), 1)));
                yield amount;
            }
            case RefundResult.NothingCaptured nothing ->
                throw new ActRefused("No money was taken that could go back: the payment is " + nothing.status() + ".");
        };
    }
}
