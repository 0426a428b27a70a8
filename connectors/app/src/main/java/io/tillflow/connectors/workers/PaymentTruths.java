package io.tillflow.connectors.workers;

import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.PaymentStatus;
import io.tillflow.processes.PaymentTruth;

/** Says a provider's payment in the models' words. */
final class PaymentTruths {
    private PaymentTruths() {}

    static PaymentTruth of(Payment payment, Money due) {
        if (payment.status() == io.tillflow.connectors.payments.PaymentStatus.AUTHORISED && !covers(payment, due)) {
            return new PaymentTruth(PaymentStatus.DECLINED, "AMOUNT_TOO_LOW");
        }
        return new PaymentTruth(
                status(payment),
                payment.declineReason() == null ? null : payment.declineReason().name());
    }

    /** Whether so much is paid with it, or can be still. */
    static boolean goodFor(Payment payment, Money due) {
        return covers(payment, due)
                && switch (payment.status()) {
                    case OPEN, AUTHORISED -> true;
                    case DECLINED, EXPIRED, VOIDED, CAPTURED -> false;
                };
    }

    /** Whether its money is held, or was taken. */
    static boolean paid(Payment payment) {
        return switch (payment.status()) {
            case AUTHORISED, CAPTURED -> true;
            case OPEN, DECLINED, EXPIRED, VOIDED -> false;
        };
    }

    static boolean paidInFull(Payment payment, Money due) {
        return paid(payment) && covers(payment, due);
    }

    private static boolean covers(Payment payment, Money due) {
        return payment.amount().currency().equals(due.currency())
                && payment.amount().minorUnits() >= due.minorUnits();
    }

    private static PaymentStatus status(Payment payment) {
        return switch (payment.status()) {
            case OPEN -> PaymentStatus.OPEN;
            case AUTHORISED -> PaymentStatus.AUTHORISED;
            case DECLINED -> PaymentStatus.DECLINED;
            case EXPIRED, VOIDED -> PaymentStatus.EXPIRED;
            case CAPTURED -> PaymentStatus.CAPTURED;
        };
    }
}
