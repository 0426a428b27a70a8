package io.tillflow.models.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    /** A Wednesday. */
    private static final LocalDate WRITTEN = LocalDate.of(2026, 12, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I need it by Friday                        | 2
            bis spätestens morgen                      | 1
            Die Hochzeit ist am 5.12.                  | 3
            noch heute                                 | 0
            It was promised by 24.11.2026              | -1
            Ich habe heute bestellt                    | -1
            I ordered yesterday                        | -1
            by today                                   | 0
            spätestens heute                           | 0
            by Wednesday                               | 0
            Bis heute habe ich nichts erhalten         | -1
            until today nothing came                   | -1
            Ich habe heute das Paket bekommen. Ich brauche eine Rechnung. | -1
            Das Paket kommt morgen. Ich brauche eine Rechnung. | -1
            It came today. I need it in blue           | -1
            The parcel came today, third party damage  | -1
            It comes tomorrow, third party damage      | -1
            Ich brauche es übermorgen                  | 2
            Für den Geburtstag meiner 3. Tochter am 9. Dezember | 7
            Nach der 2. Lieferung: die Feier ist am 5. Dezember | 3
            Am 5.12. ist die Hochzeit                  | 3
            Das Paket kommt am 5.12. Ich brauche eine Rechnung. | -1
            It comes on 5 December 2026. I need an invoice | -1
            """)
    void knowsADeadlineFromAnyOtherDay(String message, int days) {
        assertThat(Deadline.daysLeft(message, Findings.in(message, WRITTEN, List.of()), WRITTEN)
                        .orElse(-1))
                .isEqualTo(days);
    }
}
