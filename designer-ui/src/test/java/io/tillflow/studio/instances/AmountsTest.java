package io.tillflow.studio.instances;

import static org.assertj.core.api.Assertions.assertThat;

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
}
