package io.tillflow.connectors.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.sandbox.PageWords;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayPageTest {
    private static final PageWords WORDS = PayPage.words(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(TestCard.class)
    void listsEveryMagicCard(TestCard card) {
        assertThat(PayPage.form(payment(PaymentStatus.OPEN, null), null))
                .contains(card.printed(), WORDS.text("card." + card));
    }

    @Test
    void everyMagicNumberIsACardNumber() {
        assertThat(Arrays.stream(TestCard.values()).map(card -> new CardNumber(card.number()).problem(WORDS)))
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
    void theBankAsksWithTwoAnswers() {
        assertThat(PayPage.bankAsks(payment(PaymentStatus.OPEN, null)))
                .contains(
                        "Your bank asks",
                        "value=\"confirmed\"",
                        "value=\"refused\"",
                        "value=\"" + TestCard.BANK_ASKS.number() + "\"");
    }

    @Test
    void escapesWhatWasTyped() {
        String page = PayPage.form(payment(PaymentStatus.OPEN, null), new CardNumber("\"><script>alert(1)</script>"));
        assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void saysThatACardWasDeclinedAndTakesAnother() {
        assertThat(PayPage.form(payment(PaymentStatus.DECLINED, DeclineReason.CARD_EXPIRED), null))
                .contains("role=\"alert\"", "That card was not taken: the card has expired.", "name=\"cardNumber\"");
        assertThat(PayPage.form(payment(PaymentStatus.OPEN, null), null)).doesNotContain("not taken");
    }

    @Test
    void showsNoFormOnceItIsSettled() {
        assertThat(PayPage.settled(payment(PaymentStatus.DECLINED, DeclineReason.INSUFFICIENT_FUNDS)))
                .contains("the account does not hold enough money")
                .doesNotContain("<form");
    }

    @Test
    void speaksTheLanguageOfThePageThatTheShopperGoesBackTo() {
        Payment payment = new Payment(
                "pay_1",
                "7f3",
                new Money(123_450, "EUR"),
                PaymentStatus.OPEN,
                null,
                "/sandbox/pay/pay_1",
                "http://localhost:8080/de/orders/7f3?token=t",
                null);
        assertThat(PayPage.form(payment, new CardNumber("4242")))
                .contains("lang=\"de\"", "1.234,50\u00a0€ bezahlen", "Diese hat 4.", "Abgelaufene Karte")
                .doesNotContain("Pay ", "declined");
        assertThat(PayPage.unknown(Locale.GERMANY)).contains("Diese Zahlung gibt es nicht");
        assertThat(PayPage.unknown(Locale.FRENCH)).contains("No such payment");
    }

    @Test
    void bothLanguagesSayTheSameTexts() throws IOException {
        assertThat(keys("/sandbox/pay_de.properties")).isEqualTo(keys("/sandbox/pay.properties"));
        for (PaymentStatus status : PaymentStatus.values()) {
            for (DeclineReason reason : DeclineReason.values()) {
                assertThat(PayPage.settled(payment(status, reason))).contains("lang=\"en\"");
            }
        }
    }

    @Test
    void keepsANumberOutOfLogs() {
        assertThat(new CardNumber("4242424242424242")).hasToString("CardNumber[hidden]");
    }

    private static Set<String> keys(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = PayPageTest.class.getResourceAsStream(file)) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
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
