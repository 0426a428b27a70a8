package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.CaptureResult;
import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Dispute;
import io.tillflow.connectors.payments.DisputeStatus;
import io.tillflow.connectors.payments.Evidence;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentRequest;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.RefundResult;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/** The provider's side of each call: latency and faults first, then one transaction per key. */
public final class SandboxPayments implements Payments {
    public static final String PROVIDER = "payments";

    private final PaymentBook book;
    private final DisputeBook disputes;
    private final IdempotentCalls calls;
    private final Faults faults;

    public SandboxPayments(PaymentBook book, DisputeBook disputes, IdempotentCalls calls, Faults faults) {
        this.book = book;
        this.disputes = disputes;
        this.calls = calls;
        this.faults = faults;
    }

    @Override
    public Payment open(PaymentRequest request, String key) {
        Money amount = request.amount();
        String asked = "open " + request.reference() + " " + amount.minorUnits() + " " + amount.currency();
        Outcome outcome = once(asked, "open:" + key, () -> new Outcome("OPENED", book.open(request)));
        return book.find(outcome.reference()).orElseThrow();
    }

    @Override
    public Optional<Payment> find(String paymentId) {
        return faults.suffer(PROVIDER, "find " + paymentId, () -> book.find(paymentId));
    }

    @Override
    public CaptureResult capture(String paymentId, Money amount, EffectKey key) {
        refuseDuringOutage(paymentId, "capture");
        if (book.takeTimeout(paymentId)) {
            throw new ProviderUnavailable("expected capture of " + paymentId + " to answer, but it timed out");
        }
        String asked = "capture " + paymentId + " " + amount.minorUnits() + " " + amount.currency();
        Outcome outcome = once(asked, "capture:" + key, () -> captureNow(paymentId, amount));
        return switch (outcome.kind()) {
            case "CAPTURED" -> new CaptureResult.Captured(outcome.reference());
            case "REFUSED" -> new CaptureResult.Refused(DeclineReason.valueOf(outcome.reference()));
            default -> new CaptureResult.NotAuthorised(PaymentStatus.valueOf(outcome.reference()));
        };
    }

    /** A payment is captured at most once, whatever the key: asked again, it names the charge it has. */
    private Outcome captureNow(String paymentId, Money amount) {
        PaymentBook.Entry entry = book.lock(paymentId);
        if (entry.status() == PaymentStatus.CAPTURED) {
            return new Outcome("CAPTURED", book.chargeOf(paymentId));
        }
        if (entry.status() != PaymentStatus.AUTHORISED) {
            return new Outcome("NOT_AUTHORISED", entry.status().name());
        }
        if (entry.card() == TestCard.CAPTURE_REFUSED || book.takeRefusal(paymentId)) {
            return new Outcome("REFUSED", DeclineReason.CAPTURE_REFUSED.name());
        }
        if (amount.minorUnits() > entry.amount() || !amount.currency().equals(entry.currency())) {
            throw new IllegalArgumentException("expected to capture at most " + entry.amount() + " " + entry.currency()
                    + " of " + paymentId + ", but was asked for " + amount.minorUnits() + " " + amount.currency());
        }
        return new Outcome("CAPTURED", book.charge(paymentId, amount));
    }

    @Override
    public VoidResult voidAuthorisation(String paymentId, EffectKey key) {
        refuseDuringOutage(paymentId, "void");
        Outcome outcome = once("void " + paymentId, "void:" + key, () -> voidNow(paymentId));
        return switch (outcome.kind()) {
            case "VOIDED" -> new VoidResult.Voided();
            case "CAPTURED" -> new VoidResult.AlreadyCaptured();
            default -> new VoidResult.NothingHeld(PaymentStatus.valueOf(outcome.reference()));
        };
    }

    private Outcome voidNow(String paymentId) {
        PaymentStatus status = book.lock(paymentId).status();
        return switch (status) {
            case OPEN, AUTHORISED -> {
                book.voided(paymentId);
                yield new Outcome("VOIDED", paymentId);
            }
            case VOIDED -> new Outcome("VOIDED", paymentId);
            case CAPTURED -> new Outcome("CAPTURED", paymentId);
            case DECLINED -> {
                book.closed(paymentId);
                yield new Outcome("NOTHING_HELD", status.name());
            }
            case EXPIRED -> new Outcome("NOTHING_HELD", status.name());
        };
    }

    @Override
    public RefundResult refund(String paymentId, EffectKey key) {
        refuseDuringOutage(paymentId, "refund");
        Outcome outcome = once("refund " + paymentId, "refund:" + key, () -> refundNow(paymentId));
        return switch (outcome.kind()) {
            case "REFUNDED" -> new RefundResult.Refunded(outcome.reference(), book.refunded(outcome.reference()));
            case "NOTHING_LEFT" -> new RefundResult.Refunded("", new Money(0, outcome.reference()));
            default -> new RefundResult.NothingCaptured(PaymentStatus.valueOf(outcome.reference()));
        };
    }

    @Override
    public RefundResult refund(String paymentId, Money amount, EffectKey key) {
        refuseDuringOutage(paymentId, "refund");
        String asked = "refund " + paymentId + " " + amount.minorUnits() + " " + amount.currency();
        Outcome outcome = once(asked, "refund:" + key, () -> refundNow(paymentId, amount));
        return outcome.kind().equals("REFUNDED")
                ? new RefundResult.Refunded(outcome.reference(), book.refunded(outcome.reference()))
                : new RefundResult.NothingCaptured(PaymentStatus.valueOf(outcome.reference()));
    }

    private Outcome refundNow(String paymentId, Money amount) {
        PaymentBook.Entry entry = book.lock(paymentId);
        if (entry.captured() == 0) {
            return new Outcome("NOTHING_CAPTURED", entry.status().name());
        }
        long left = entry.left();
        if (amount.minorUnits() > left || !amount.currency().equals(entry.currency())) {
            throw new IllegalArgumentException("expected to refund at most " + left + " " + entry.currency() + " of "
                    + paymentId + ", but was asked for " + amount.minorUnits() + " " + amount.currency());
        }
        return new Outcome("REFUNDED", book.refund(paymentId, amount));
    }

    private Outcome refundNow(String paymentId) {
        PaymentBook.Entry entry = book.lock(paymentId);
        long left = entry.left();
        if (entry.captured() == 0) {
            return new Outcome("NOTHING_CAPTURED", entry.status().name());
        }
        return left == 0
                ? new Outcome("NOTHING_LEFT", entry.currency())
                : new Outcome("REFUNDED", book.refund(paymentId, new Money(left, entry.currency())));
    }

    @Override
    public Optional<Dispute> dispute(String disputeId) {
        return faults.suffer(PROVIDER, "dispute " + disputeId, () -> disputes.find(disputeId));
    }

    @Override
    public Dispute contest(String disputeId, Evidence evidence, EffectKey key) {
        return answer(disputeId, "contest:" + key, () -> disputes.contest(disputeId, evidence));
    }

    @Override
    public Dispute accept(String disputeId, EffectKey key) {
        return answer(disputeId, "accept:" + key, () -> disputes.lose(disputeId));
    }

    private Dispute answer(String disputeId, String key, Runnable answer) {
        once("answer " + disputeId, key, () -> {
            if (disputes.lock(disputeId).status() == DisputeStatus.OPEN) {
                answer.run();
            }
            return new Outcome("ANSWERED", disputeId);
        });
        return disputes.find(disputeId).orElseThrow();
    }

    private Outcome once(String asked, String key, Supplier<Outcome> effect) {
        return faults.suffer(PROVIDER, asked, () -> calls.once(PROVIDER, key, asked, effect));
    }

    private void refuseDuringOutage(String paymentId, String call) {
        if (book.inOutage(paymentId)) {
            throw new ProviderUnavailable("expected " + call + " of " + paymentId + " to answer, but it came back 503");
        }
    }
}
