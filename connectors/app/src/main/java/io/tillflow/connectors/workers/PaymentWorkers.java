package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.PaymentLinkForOrder;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.CaptureResult;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentRequest;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.RefundResult;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.CapturePayment;
import io.tillflow.processes.CreatePaymentLink;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.OwnShopOnly;
import io.tillflow.processes.PaymentCaptured;
import io.tillflow.processes.PaymentLink;
import io.tillflow.processes.PaymentRefunded;
import io.tillflow.processes.PaymentTruth;
import io.tillflow.processes.RefundPayment;
import io.tillflow.processes.VerifyPayment;
import io.tillflow.processes.VoidPayment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The money's part of the processes. */
@Component
public class PaymentWorkers {
    private final Payments payments;
    private final Shop shop;

    PaymentWorkers(Payments payments, Shop shop) {
        this.payments = payments;
        this.shop = shop;
    }

    @Action(
            name = "Create payment link",
            help = "Opens a payment and stores its link in the shop.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.PAYMENTS_CREATE_LINK)
    public PaymentLink createLink(@VariablesAsType CreatePaymentLink job) {
        ConnectedShops.refuseForeign(job.orderId(), OwnShopOnly.LINK_PAYMENT);
        EffectKey key = new EffectKey(job.effectKey());
        OrderFacts order = shop.facts(job.orderId());
        Money due = due(job.amount(), job.currency(), order);
        String former = job.formerPaymentId();
        Payment payment = replaced(former, order, due)
                .or(() -> paidMeanwhile(former, order, due, key))
                .orElseGet(() -> opened(job, order, due, key));
        if (former != null && !former.equals(payment.id())) {
            giveBack(former, key);
        }
        return new PaymentLink(payment.id(), payment.url());
    }

    /** The one that this replaces goes first: once the link is made, nobody who begins again would know of it. */
    private Payment opened(CreatePaymentLink job, OrderFacts order, Money due, EffectKey key) {
        Payment payment =
                payments.open(new PaymentRequest(job.orderId(), due, order.orderPath()), openingKey(job, due));
        order.paidAnew()
                .filter(now -> !now.equals(job.formerPaymentId()) && !now.equals(payment.id()))
                .ifPresent(this::letGo);
        String seen = order.paymentId() == null ? job.formerPaymentId() : order.paymentId();
        if (!linked(order, payment, seen, key)) {
            letGo(payment.id());
            throw paidAnewMeanwhile(order, payment);
        }
        return payment;
    }

    private boolean linked(OrderFacts order, Payment payment, @Nullable String seen, EffectKey key) {
        return shop.linkPayment(order.id(), new PaymentLinkForOrder(payment.id(), payment.url(), seen), key);
    }

    private static ProviderUnavailable paidAnewMeanwhile(OrderFacts order, Payment payment) {
        return new ProviderUnavailable("expected order " + order.id() + " to take payment " + payment.id()
                + ", but it was paid anew meanwhile: looked at again");
    }

    /** Nobody shall pay with it any more. */
    private void letGo(String paymentId) {
        payments.voidAuthorisation(paymentId, new EffectKey(paymentId + "/void-former-payment/1"));
    }

    /** An order that was made dearer has got another payment since, which no second one must replace. */
    private Optional<Payment> replaced(@Nullable String former, OrderFacts order, Money due) {
        return order.paidAnew()
                .filter(now -> !now.equals(former))
                .flatMap(payments::find)
                .filter(payment -> PaymentTruths.goodFor(payment, due));
    }

    /** Another card was taken on the page of the one that was declined; otherwise that page takes none any more, before another opens. */
    private Optional<Payment> paidMeanwhile(@Nullable String former, OrderFacts order, Money due, EffectKey key) {
        if (former == null || !former.equals(order.paymentId(former))) {
            return Optional.empty();
        }
        return payments.find(former)
                .flatMap(found -> declinedAndTaken(found, key) ? payments.find(former) : Optional.of(found))
                .filter(payment -> PaymentTruths.paidInFull(payment, due))
                .map(payment -> ofTheOrder(payment, order, due, key));
    }

    private boolean declinedAndTaken(Payment payment, EffectKey key) {
        return payment.status() == PaymentStatus.DECLINED
                && payments.voidAuthorisation(payment.id(), key) instanceof VoidResult.AlreadyCaptured;
    }

    /** Whoever died after a link left the order with another payment than was paid: that one goes, unless it is paid as well. */
    private Payment ofTheOrder(Payment paid, OrderFacts order, Money due, EffectKey key) {
        String shown = order.paymentId();
        if (shown == null || shown.equals(paid.id())) {
            return paid;
        }
        Optional<Payment> other = payments.find(shown);
        if (other.filter(it -> PaymentTruths.paidInFull(it, due)).isPresent()) {
            return other.get();
        }
        other.map(Payment::id).ifPresent(this::letGo);
        if (!linked(order, paid, shown, key)) {
            throw paidAnewMeanwhile(order, paid);
        }
        return paid;
    }

    /** A key stands for one amount; an order that was changed since the job was tried first has another. */
    private static String openingKey(CreatePaymentLink job, Money due) {
        return due.minorUnits() == job.amount() ? job.effectKey() : job.effectKey() + "/" + due.minorUnits();
    }

    @Action(name = "Verify payment", help = "Asks the provider how a payment stands.", effect = Effect.READS)
    @JobWorker(type = JobType.PAYMENTS_VERIFY)
    public PaymentTruth verify(@VariablesAsType VerifyPayment job) {
        OrderFacts order = shop.facts(job.orderId());
        String id = order.paymentId(job.paymentId());
        Payment payment = payments.find(id)
                .orElseThrow(() -> new IllegalStateException(
                        "expected payment " + id + " of order " + job.orderId() + ", but there is none"));
        return PaymentTruths.of(payment, due(job.amount(), job.currency(), order));
    }

    /** Staff may have changed the order since the process began. */
    private static Money due(long amount, String currency, OrderFacts order) {
        return new Money(order.due(amount), currency);
    }

    @Action(
            name = "Capture payment",
            help = "Takes money that was authorised before.",
            effect = Effect.KEYED,
            errors = {ErrorCode.CAPTURE_FAILED, ErrorCode.AUTHORISATION_EXPIRED})
    @JobWorker(type = JobType.PAYMENTS_CAPTURE)
    public PaymentCaptured capture(@VariablesAsType CapturePayment job) {
        OrderFacts order = shop.facts(job.orderId());
        Money amount = due(job.amount(), job.currency(), order);
        String id = order.paymentId(job.paymentId());
        return switch (payments.capture(id, amount, new EffectKey(job.effectKey()))) {
            case CaptureResult.Captured captured -> new PaymentCaptured(captured.chargeId());
            case CaptureResult.Refused refused ->
                throw bpmnError(ErrorCode.CAPTURE_FAILED, refused.reason().text());
            case CaptureResult.NotAuthorised gone ->
                throw bpmnError(
                        ErrorCode.AUTHORISATION_EXPIRED,
                        "expected payment " + id + " to be authorised, but it is " + gone.status());
        };
    }

    @Action(
            name = "Void payment",
            help = "Gives authorised money free; nothing to do without a payment.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.PAYMENTS_VOID)
    public void voidPayment(@VariablesAsType VoidPayment job) {
        String known = job.paymentId();
        String now = ConnectedShops.ours(job.orderId())
                ? shop.facts(job.orderId()).toLetGo().orElse(known)
                : known;
        if (now != null) {
            release(now, new EffectKey(job.effectKey()));
        }
        if (known != null && !known.equals(now)) {
            giveBack(known, new EffectKey(job.orderId() + "/void-former-payment/1"));
        }
    }

    /** Only our own shop has orders that are paid anew; a connected one is not asked. */
    private Optional<String> paidAnew(String orderId) {
        return ConnectedShops.ours(orderId) ? shop.facts(orderId).paidAnew() : Optional.empty();
    }

    /** The payment that another one took the place of: a model of one's own may have captured it before. */
    private void giveBack(String former, EffectKey key) {
        if (payments.voidAuthorisation(former, key) instanceof VoidResult.AlreadyCaptured) {
            payments.refund(former, key);
        }
    }

    @Action(
            name = "Refund payment",
            help = "Gives back all that was captured and voids what was not.",
            effect = Effect.KEYED)
    @JobWorker(type = JobType.PAYMENTS_REFUND)
    public PaymentRefunded refund(@VariablesAsType RefundPayment job) {
        String paymentId = paidAnew(job.orderId()).orElse(job.paymentId());
        if (paymentId == null) {
            return new PaymentRefunded(0);
        }
        EffectKey key = new EffectKey(job.effectKey());
        return switch (payments.refund(paymentId, key)) {
            case RefundResult.Refunded refunded ->
                new PaymentRefunded(refunded.amount().minorUnits());
            case RefundResult.NothingCaptured ignored -> {
                release(paymentId, key);
                yield new PaymentRefunded(0);
            }
        };
    }

    private void release(String paymentId, EffectKey key) {
        switch (payments.voidAuthorisation(paymentId, key)) {
            case VoidResult.Voided ignored -> {}
            case VoidResult.NothingHeld ignored -> {}
            case VoidResult.AlreadyCaptured ignored ->
                throw new IllegalStateException(
                        "expected payment " + paymentId + " to hold money at most, but it was captured; refund it");
        }
    }
}
