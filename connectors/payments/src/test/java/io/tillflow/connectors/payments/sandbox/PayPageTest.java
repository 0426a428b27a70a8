package io.tillflow.connectors.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.provider.Money;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayPageTest {
    @ParameterizedTest
    @EnumSource(TestCard.class)
    void listsEveryMagicCard(TestCard card) {
        assertThat(PayPage.form(payment(PaymentStatus.OPEN, null), null)).contains(card.printed(), card.title());
    }

    @Test
    void everyMagicNumberIsACardNumber() {
        assertThat(Arrays.stream(TestCard.values()).map(card -> new CardNumber(card.number()).problem()))
                .allMatch(problem -> problem.startsWith("This is a test page"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Type a card number",
        "abc, digits only",
        "4242, This one has 4",
        "4242 4242 4242 4241, A digit is wrong",
        "5555 5555 5555 4444, never a real one"
    })
    void saysWhatIsWrongWithANumber(String typed, String problem) {
        String page = PayPage.form(payment(PaymentStatus.OPEN, null), new CardNumber(typed));
        assertThat(page).contains(problem, "aria-invalid", "value=\"" + typed + "\"");
    }

    @Test
    void escapesWhatWasTyped() {
        String page = PayPage.form(payment(PaymentStatus.OPEN, null), new CardNumber("\"><script>alert(1)</script>"));
        assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void showsNoFormOnceItIsSettled() {
        assertThat(PayPage.settled(payment(PaymentStatus.DECLINED, DeclineReason.INSUFFICIENT_FUNDS)))
                .contains("the account does not hold enough money")
                .doesNotContain("<form");
    }

    @Test
    void keepsANumberOutOfLogs() {
        assertThat(new CardNumber("4242424242424242")).hasToString("CardNumber[hidden]");
    }

    private static Payment payment(PaymentStatus status, @Nullable DeclineReason reason) {
        return new Payment(
                "pay_1",
                "7f3",
                new Money(11_200, "EUR"),
                status,
                reason,
                "/sandbox/pay/pay_1",
                "/orders/7f3?token=t",
                null);
    }
}
