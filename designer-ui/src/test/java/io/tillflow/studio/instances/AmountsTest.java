package io.tillflow.studio.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void writesMinorUnitsAsPeopleReadThem() {
        assertThat(Amounts.text(34890, "EUR", Locale.ENGLISH)).isEqualTo("€348.90");
        assertThat(Amounts.text(34890, "EUR", Locale.GERMAN)).isEqualTo("348,90\u00a0€");
        assertThat(Amounts.text(1200, "JPY", Locale.ENGLISH)).contains("1,200");
        assertThat(Amounts.text(34890, "XX", Locale.ENGLISH)).isEqualTo("348.90 XX");
    }

    @Test
    void whatIsLessThanTheSmallestCoinIsNotNothing() {
        assertThat(text("12.345")).isEqualTo("€12.35");
        assertThat(text("0.166667")).isEqualTo("€0.1667");
        assertThat(text("0.00004")).isEqualTo("€0.00004");
        assertThat(text("0")).isEqualTo("€0.00");
        assertThat(brief("0.00004", "EUR")).isEqualTo("< €0.01");
        assertThat(brief("0.01", "EUR")).isEqualTo("€0.01");
        assertThat(brief("0.125", "EUR")).isEqualTo("€0.13");
        assertThat(brief("0", "EUR")).isEqualTo("€0.00");
        assertThat(brief("0.4", "JPY")).startsWith("< ").endsWith("1");
    }

    @Test
    void whatOthersWroteInASentenceIsWrittenAsItsReadersDo() {
        String owed = "DHL TN1.25. €1,348.90 is still owed, 20.00 SEK is not";
        assertThat(Amounts.within(owed, Locale.GERMAN))
                .isEqualTo("DHL TN1.25. 1.348,90\u00a0€ is still owed, 20,00\u00a0SEK is not");
        assertThat(Amounts.within(owed, Locale.ENGLISH))
                .contains("€1,348.90 is")
                .contains("20.00");
        assertThat(Amounts.within("€, 1.00 of it, $5 and €7", Locale.GERMAN)).isEqualTo("€, 1.00 of it, $5 and €7");
    }

    private static String text(String amount) {
        return Amounts.text(new BigDecimal(amount), "EUR", Locale.ENGLISH);
    }

    private static String brief(String amount, String currency) {
        return Amounts.brief(new BigDecimal(amount), currency, Locale.ENGLISH);
    }
}
