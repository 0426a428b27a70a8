package io.tillflow.storefront.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words warn, parts of other words do not. */
class MessageTopicTest {
    private final MessageTopic topics = new MessageTopic();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I will sue you                              | legal
            Mein Rechtsanwalt meldet sich               | legal
            can you fix the issue you mentioned         | none
            I'll ask my bank to take it back            | chargeback
            I want a chargeback                         | chargeback
            Ich hole es mir über den Käuferschutz       | chargeback
            I will open a case with PayPal              | chargeback
            I have opened a case at my bank             | chargeback
            my bank will open a case                    | chargeback
            I'll open a dispute                         | chargeback
            Ich eröffne einen Fall bei PayPal           | chargeback
            I'd like to open a case with you about it   | none
            could you open a case with the carrier      | none
            do I have to open a dispute with you        | none
            auf jeden Fall bei der Nachbarin abgeben    | none
            the bank took the money twice               | none
            my bank told me it was paid                 | none
            Das ist Betrug!                             | crime
            das ist betrug                              | crime
            DAS IST BETRUG                              | crime
            Ihr betrügt mich                            | crime
            my parcel was stolen                        | crime
            Die Lieferzeit betrug 10 Tage               | none
            Der Preis betrug 20 Euro                    | none
            it began to smoke                           | danger
            Smoke came out of it                        | danger
            Die Lampe raucht                            | danger
            Da kam Rauch heraus                         | danger
            es fing an zu rauchen                       | danger
            Das Kabel geriet in Brand                   | danger
            I cut my finger on it                       | danger
            not in brand new condition                  | none
            I ordered smoke grey                        | none
            Rauchglas statt klar                        | none
            die Farbe Rauchgrau                         | none
            der Strauch ist vertrocknet                 | none
            Der Verbrauch ist hoch                      | none
            I cut my handle off the bag                 | none
            """)
    void warnsOfWhatIsSaidAndOfNothingElse(String message, String sign) {
        assertThat(topics.sign(message)).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Das ist Betrug                | true
            Die Lieferzeit betrug 10 Tage | false
            """)
    void aVerbIsNotUrgent(String message, boolean urgent) {
        assertThat(topics.urgent(message)).isEqualTo(urgent);
    }
}
