package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.PaymentStatus;
import io.tillflow.processes.PaymentTruth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTruthsTest {
    private static final Money DUE = new Money(11_200, "EUR");

    @ParameterizedTest
    @CsvSource({
        "OPEN, OPEN",
        "AUTHORISED, AUTHORISED",
        "DECLINED, DECLINED",
        "EXPIRED, EXPIRED",
        "VOIDED, EXPIRED",
        "CAPTURED, CAPTURED"
    })
    void saysEveryStatusInTheModelsWords(io.tillflow.connectors.payments.PaymentStatus status, PaymentStatus said) {
        assertThat(PaymentTruths.of(payment(DUE, status, null), DUE)).isEqualTo(new PaymentTruth(said, null));
    }

    @Test
    void tooLittleIsNotAuthorised() {
        var authorised = io.tillflow.connectors.payments.PaymentStatus.AUTHORISED;
        PaymentTruth tooLow = new PaymentTruth(PaymentStatus.DECLINED, "AMOUNT_TOO_LOW");
        assertThat(PaymentTruths.of(payment(new Money(11_199, "EUR"), authorised, null), DUE))
                .isEqualTo(tooLow);
        assertThat(PaymentTruths.of(payment(new Money(11_200, "USD"), authorised, null), DUE))
                .isEqualTo(tooLow);
    }

    @Test
    void saysWhyTheBankDeclined() {
        assertThat(PaymentTruths.of(
                        payment(
                                DUE,
                                io.tillflow.connectors.payments.PaymentStatus.DECLINED,
                                DeclineReason.CARD_EXPIRED),
                        DUE))
                .isEqualTo(new PaymentTruth(PaymentStatus.DECLINED, "CARD_EXPIRED"));
    }

    private static Payment payment(
            Money amount, io.tillflow.connectors.payments.PaymentStatus status, @Nullable DeclineReason reason) {
        return new Payment("pay_1", "7f3", amount, status, reason, "/sandbox/pay/pay_1", "/orders/7f3", null);
    }
}
