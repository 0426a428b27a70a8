package io.tillflow.connectors.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTest {
    @Test
    void takesOutWhatNamesAPersonByItsFormAndPutsItBack() {
        String text =
                "Write to mara.k+shop@example.co.uk or MARA@example.com, call +49 (151) 234-56789 or 0171 2345678;"
                        + " card 4242 4242 4242 4242, IBAN DE89 3704 0044 0532 0130 00. Again: mara.k+shop@example.co.uk.";
        Personal personal = new Personal();
        String out = personal.takeOut(text);
        assertThat(out)
                .isEqualTo(
                        "Write to [EMAIL_1] or [EMAIL_2], call [PHONE_1] or [PHONE_2]; card [CARD_1], IBAN [IBAN_1]. Again: [EMAIL_1].");
        assertThat(personal.putBack(out)).isEqualTo(text);
        assertThat(personal.counts()).isEqualTo(Map.of("email", 2, "phone", 2, "card", 1, "iban", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "card 4111 1111 1111 1111 12/27",
                "card 4242424242424242 737",
                "account AT61 1904 3002 3457 3201 BIC BKAUATWW",
                "account de89 3704 0044 0532 0130 00",
                "call 01512345678",
                "call (030) 1234567"
            })
    void takesOutWhateverStandsBehindIt(String text) {
        Personal personal = new Personal();
        String out = personal.takeOut(text);
        assertThat(out).contains("_1]").doesNotContainPattern("\\d{4,}[ -]?\\d{3,}");
        assertThat(personal.putBack(out)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order UM-1042 of 2026-11-20, 3 pieces at 19.90, weighs 1200 g",
                "tracking number 1234 5678 9012 3456 is no card",
                "invoice 20261127000123, article 4006381333931",
                "Meet me @home, version 1.2.3, 10:30-11:45, 50 % off",
                "DE12 is a road and XX00 1111 2222 3333 no account"
            })
    void leavesNumbersOfTheTradeAlone(String text) {
        assertThat(new Personal().takeOut(text)).isEqualTo(text);
    }

    @Test
    void staysQuickOnLongTexts() {
        String long1 = "1234 ".repeat(10_000) + "a@".repeat(10_000) + "+49 ".repeat(5_000);
        long began = System.nanoTime();
        new Personal().takeOut(long1);
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - began)).isLessThan(java.time.Duration.ofSeconds(5));
    }
}
