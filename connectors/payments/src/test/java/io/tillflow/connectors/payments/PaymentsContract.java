package io.tillflow.connectors.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every payment provider behind the port must do. */
public abstract class PaymentsContract {
    protected static final Money PRICE = new Money(11_200, "EUR");

    protected final String order = UUID.randomUUID().toString();

    protected abstract Payments payments();

    /** A shopper pays on the hosted page and the bank agrees. */
    protected abstract void authorise(Payment payment);

    /** A shopper pays on the hosted page and the bank refuses for want of money. */
    protected abstract void decline(Payment payment);

    /** The shopper's bank wants the money of a captured payment back; the dispute's id. */
    protected abstract String dispute(Payment payment);

    /** The bank decides for the shop, if it still can. */
    protected abstract void decideForTheShop(String disputeId);

    protected Payment open() {
        return payments().open(new PaymentRequest(order, PRICE, "/orders/" + order), order);
    }

    protected EffectKey key(String step) {
        return new EffectKey(order + "/" + step + "/1");
    }

    protected Payment found(Payment payment) {
        return payments().find(payment.id()).orElseThrow();
    }

    protected final Payment authorised() {
        Payment payment = open();
        authorise(payment);
        return payment;
    }

    @Test
    void openingTwiceWithOneKeyOpensOnePayment() {
        assertThat(open().id()).isEqualTo(open().id());
    }

    @Test
    void theSameKeyForAnotherAmountIsRefused() {
        open();
        PaymentRequest dearer = new PaymentRequest(order, new Money(99_900, "EUR"), "/orders/" + order);
        assertThatThrownBy(() -> payments().open(dearer, order)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyKnowsAnUnknownPayment() {
        assertThat(payments().find("pay_unknown")).isEmpty();
    }

    @Test
    void anAuthorisedPaymentIsCapturedOnceHoweverOftenItIsAsked() {
        Payment payment = authorised();
        CaptureResult first = payments().capture(payment.id(), PRICE, key("capture-payment"));
        CaptureResult repeated = payments().capture(payment.id(), PRICE, key("capture-payment"));
        CaptureResult otherKey = payments().capture(payment.id(), PRICE, key("capture-again"));

        assertThat(first)
                .isInstanceOf(CaptureResult.Captured.class)
                .isEqualTo(repeated)
                .isEqualTo(otherKey);
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void aDeclinedPaymentSaysWhyAndCannotBeCaptured() {
        Payment payment = open();
        decline(payment);
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(found(payment).declineReason()).isEqualTo(DeclineReason.INSUFFICIENT_FUNDS);
        assertThat(payments().capture(payment.id(), PRICE, key("capture-payment")))
                .isEqualTo(new CaptureResult.NotAuthorised(PaymentStatus.DECLINED));
    }

    @Test
    void afterACardThatWasDeclinedAnotherOneIsTaken() {
        Payment payment = open();
        decline(payment);
        authorise(payment);
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.AUTHORISED);
        assertThat(found(payment).declineReason()).isNull();
        assertThat(payments().capture(payment.id(), PRICE, key("capture-payment")))
                .isInstanceOf(CaptureResult.Captured.class);
    }

    @Test
    void aPageThatWasClosedAfterADeclinedCardTakesNoOther() {
        Payment payment = open();
        decline(payment);
        assertThat(payments().voidAuthorisation(payment.id(), key("void-payment")))
                .isEqualTo(new VoidResult.NothingHeld(PaymentStatus.DECLINED));
        authorise(payment);
        assertThat(payments().capture(payment.id(), PRICE, key("capture-payment")))
                .isInstanceOf(CaptureResult.NotAuthorised.class);
    }

    @Test
    void moreThanAuthorisedIsNeverCaptured() {
        Payment payment = authorised();
        assertThatThrownBy(() -> payments().capture(payment.id(), new Money(11_201, "EUR"), key("capture-payment")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.AUTHORISED);
    }

    @Test
    void aVoidedPaymentTakesNoMoney() {
        Payment payment = authorised();
        assertThat(payments().voidAuthorisation(payment.id(), key("void-payment")))
                .isInstanceOf(VoidResult.Voided.class);
        assertThat(payments().voidAuthorisation(payment.id(), key("void-again")))
                .isInstanceOf(VoidResult.Voided.class);
        assertThat(payments().capture(payment.id(), PRICE, key("capture-payment")))
                .isEqualTo(new CaptureResult.NotAuthorised(PaymentStatus.VOIDED));
    }

    @Test
    void aPageThatWasVoidedUnpaidStaysUnpaid() {
        Payment payment = open();
        payments().voidAuthorisation(payment.id(), key("void-payment"));
        authorise(payment);
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void whatWasCapturedIsRefundedAndNotVoided() {
        Payment payment = authorised();
        payments().capture(payment.id(), PRICE, key("capture-payment"));
        assertThat(payments().voidAuthorisation(payment.id(), key("void-payment")))
                .isInstanceOf(VoidResult.AlreadyCaptured.class);

        RefundResult refund = payments().refund(payment.id(), key("refund-payment"));
        assertThat(refund)
                .isInstanceOfSatisfying(
                        RefundResult.Refunded.class,
                        refunded -> assertThat(refunded.amount()).isEqualTo(PRICE));
        assertThat(payments().refund(payment.id(), key("refund-payment"))).isEqualTo(refund);
    }

    @Test
    void partOfItIsRefundedOnceAKeyAndNeverMoreThanIsLeft() {
        Payment payment = authorised();
        payments().capture(payment.id(), PRICE, key("capture-payment"));
        Money part = new Money(PRICE.minorUnits() - 100, PRICE.currency());

        RefundResult refund = payments().refund(payment.id(), part, key("refund-part"));
        assertThat(refund)
                .isInstanceOfSatisfying(
                        RefundResult.Refunded.class,
                        refunded -> assertThat(refunded.amount()).isEqualTo(part));
        assertThat(payments().refund(payment.id(), part, key("refund-part"))).isEqualTo(refund);
        assertThatThrownBy(() -> payments().refund(payment.id(), part, key("refund-more")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(payments().refund(payment.id(), key("refund-rest")))
                .isInstanceOfSatisfying(
                        RefundResult.Refunded.class,
                        rest -> assertThat(rest.amount().minorUnits()).isEqualTo(100));
        RefundResult none = payments().refund(payment.id(), key("refund-nothing"));
        assertThat(none)
                .as("all of it went back before")
                .isInstanceOfSatisfying(
                        RefundResult.Refunded.class,
                        nothing -> assertThat(nothing.amount()).isEqualTo(new Money(0, PRICE.currency())));
        assertThat(payments().refund(payment.id(), key("refund-nothing"))).isEqualTo(none);
    }

    @Test
    void thereIsNothingToRefundBeforeTheCapture() {
        Payment payment = authorised();
        assertThat(payments().refund(payment.id(), key("refund-payment")))
                .isEqualTo(new RefundResult.NothingCaptured(PaymentStatus.AUTHORISED));
    }

    private static final Evidence EVIDENCE = new Evidence("The parcel was handed over.", "Sandbox", "ULM1");

    protected final Payment captured() {
        Payment payment = authorised();
        payments().capture(payment.id(), PRICE, key("capture-payment"));
        return payment;
    }

    private Dispute disputed(String id) {
        return payments().dispute(id).orElseThrow();
    }

    @Test
    void aDisputeNamesItsPaymentOrderAndMoney() {
        Payment payment = captured();
        Dispute dispute = disputed(dispute(payment));
        assertThat(dispute.paymentId()).isEqualTo(payment.id());
        assertThat(dispute.reference()).isEqualTo(order);
        assertThat(dispute.amount()).isEqualTo(PRICE);
        assertThat(dispute.status()).isEqualTo(DisputeStatus.OPEN);
        assertThat(dispute.answerBy()).isNotNull();
        assertThat(payments().dispute("dp_unknown")).isEmpty();
    }

    @Test
    void aContestedDisputeIsDecidedByTheBankAndAnsweredOnce() {
        String id = dispute(captured());
        Dispute answered = payments().contest(id, EVIDENCE, key("contest-dispute"));
        assertThat(answered.status()).isEqualTo(DisputeStatus.ANSWERED);
        assertThat(payments().contest(id, EVIDENCE, key("contest-dispute"))).isEqualTo(answered);
        assertThat(payments().accept(id, key("accept-dispute"))).isEqualTo(answered);

        decideForTheShop(id);
        assertThat(disputed(id).status()).isEqualTo(DisputeStatus.WON);
    }

    @Test
    void anAcceptedDisputeIsLostForGood() {
        String id = dispute(captured());
        assertThat(payments().accept(id, key("accept-dispute")).status()).isEqualTo(DisputeStatus.LOST);
        assertThat(payments().contest(id, EVIDENCE, key("contest-dispute")).status())
                .isEqualTo(DisputeStatus.LOST);
        decideForTheShop(id);
        assertThat(disputed(id).status()).isEqualTo(DisputeStatus.LOST);
    }

    @Test
    void nobodyAnswersAnUnknownDispute() {
        assertThatThrownBy(() -> payments().contest("dp_unknown", EVIDENCE, key("contest-dispute")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dp_unknown");
    }
}
