package io.tillflow.models.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.message.Finding.Kind;
import io.tillflow.models.message.Findings.Article;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {
    /** A Wednesday. */
    private static final LocalDate WRITTEN = LocalDate.of(2026, 12, 2);

    private static final List<Article> ORDERED = List.of(
            new Article("TARN-LAMP-BLK", "Tarn table lamp"),
            new Article("FELL-MUG", "Fell mug"),
            new Article("FELL-MUG-2", "Gill mug"));

    private static List<Finding> in(String message) {
        return Findings.in(message, WRITTEN, ORDERED);
    }

    private static List<String> values(String message, Kind kind) {
        return in(message).stream()
                .filter(it -> it.kind() == kind)
                .map(Finding::value)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Where is UM-20418?                     | UM-20418
            where is um-20418                      | UM-20418
            um 20418 ist noch nicht da             | UM-20418
            Es geht um UM20418.                    | UM-20418
            UM – 20418                             | UM-20418
            UM-20 418                              | UM-20418
            UM_20418                               | UM-20418
            my order 20418 is late                 | UM-20418
            Order number: 20418                    | UM-20418
            Bestellung Nr. 20418                   | UM-20418
            meine Bestellnummer lautet 20418       | UM-20418
            Bestellung mit der Nummer 2041         | UM-2041
            my order is 20418                      | UM-20418
            UM 20418 Wann kommt es                 | UM-20418
            """)
    void readsAnOrdersNumberAsPeopleTypeIt(String message, String number) {
        assertThat(values(message, Kind.ORDER)).containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ich bin um 15 Uhr da",
                "um 199 Euro billiger",
                "Album-20418",
                "UM-20418x",
                "order 20",
                "um es kurz zu machen",
                "meine Bestellung nach 20457 Hamburg",
                "order in November 2026",
                "my order 2026",
                "um 1500 Uhr",
                "um 10.000 Punkte",
                "Bestellung Telefon 01711234567"
            })
    void inventsNoOrder(String message) {
        assertThat(values(message, Kind.ORDER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it cost 19.90 EUR               | 19.90 EUR
            es hat 19,90 € gekostet         | 19.90 EUR
            €19.90                          | 19.90 EUR
            EUR 1.200,50 abgebucht          | 1200.50 EUR
            1,200.50 euros                  | 1200.50 EUR
            1.200 €                         | 1200.00 EUR
            19,- €                          | 19.00 EUR
            $5                              | 5.00 USD
            £12.5 too much                  | 12.50 GBP
            80 Franken                      | 80.00 CHF
            Größe 42 199,90 €               | 199.90 EUR
            EUR 1 200,50                    | 1200.50 EUR
            1 200 000 €                     | 1200000.00 EUR
            0,50 €                          | 0.50 EUR
            """)
    void readsAmountsInBothWays(String message, String amount) {
        assertThat(values(message, Kind.MONEY)).containsExactly(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on 2026-12-24                   | 2026-12-24
            am 24.12.2026                   | 2026-12-24
            am 24.12.                       | 2026-12-24
            am 3.1. kommt Besuch            | 2027-01-03
            24/12/26                        | 2026-12-24
            12/24/2026                      | 2026-12-24
            3. Dezember                     | 2026-12-03
            3rd of December 2026            | 2026-12-03
            Dec 3, 2026                     | 2026-12-03
            5. März 2027                    | 2027-03-05
            seit gestern                    | 2026-12-01
            the day before yesterday        | 2026-11-30
            vorgestern                      | 2026-11-30
            bis morgen                      | 2026-12-03
            übermorgen                      | 2026-12-04
            3 days ago                      | 2026-11-29
            vor zwei Wochen                 | 2026-11-18
            a week ago                      | 2026-11-25
            in drei Tagen                   | 2026-12-05
            last Friday                     | 2026-11-27
            letzten Mittwoch                | 2026-11-25
            by Friday                       | 2026-12-04
            bis zum Sonnabend               | 2026-12-05
            nächsten Montag                 | 2026-12-07
            by Wednesday                    | 2026-12-02
            next Wednesday                  | 2026-12-09
            04-12-2026                      | 2026-12-04
            2 May                           | 2027-05-02
            2nd of may                      | 2027-05-02
            """)
    void countsDaysFromTheDayOfWriting(String message, LocalDate day) {
        assertThat(values(message, Kind.DATE)).containsExactly(day.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Guten Morgen",
                "31.02.2026",
                "am Freitag",
                "version 1.2",
                "10.1.1.5",
                "40.12.2026",
                "on 2026-13-01",
                "2 may be broken",
                "2 May be broken",
                "Firmware 1.2.3.",
                "am nächsten Morgen",
                "VOR DREİ TAGEN",
                "in ſix days",
                "yeſterday",
                "laſt ſunday",
                "last ſunday"
            })
    void inventsNoDay(String message) {
        assertThat(values(message, Kind.DATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ULM001234567890 bewegt sich nicht             | ULM001234567890
            ulm 0012 3456 7890                            | ULM001234567890
            UPS 1Z 999 AA1 01 2345 6784                   | 1Z999AA10123456784
            RR473124829DE                                 | RR473124829DE
            00340434161094042557                          | 00340434161094042557
            tracking number 123456789012                  | 123456789012
            Sendungsnummer: JJD000390007883               | JJD000390007883
            """)
    void readsNumbersOfParcels(String message, String number) {
        assertThat(values(message, Kind.TRACKING)).containsExactly(number);
    }

    @Test
    void aWrongCheckDigitIsNoParcel() {
        assertThat(values("1Z999AA10123456785 and RR473124828DE and 00340434161094042558", Kind.TRACKING))
                .isEmpty();
    }

    @Test
    void readsWhatNamesPeopleAndPlaces() {
        String message = "Ich bin Mara, Mara.Lind+shop@Example.org, +49 (170) 123 45 67 oder 030 1234567, 10115 Berlin";
        assertThat(values(message, Kind.EMAIL)).containsExactly("mara.lind+shop@example.org");
        assertThat(values(message, Kind.PHONE)).containsExactly("+491701234567", "0301234567");
        assertThat(values(message, Kind.POSTCODE)).containsExactly("10115");
        assertThat(values("postcode sw1a 1aa or SW1A 2AA", Kind.POSTCODE)).containsExactly("SW1A 1AA", "SW1A 2AA");
        assertThat(values("00001 Nirgends", Kind.POSTCODE)).isEmpty();
    }

    @Test
    void aWordThatOnlyLooksLikeOneHidesNothing() {
        assertThat(in("VOR DREİ TAGEN, UM-20418, in ſix days, 19,90 €, 5 dollarſ").stream()
                        .map(Finding::value))
                .containsExactly("UM-20418", "19.90 EUR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"IBAN DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "04-12-2026", "31-02-2026", "€ 0.500"
            })
    void isNeitherPhoneNorMoneyNorOrder(String message) {
        assertThat(in(message)).noneMatch(it -> it.kind() != Kind.DATE);
    }

    @Test
    void postcodesAndPhonesAreReadBeforeLooseOrders() {
        assertThat(values("meine Bestellung nach 20457 Hamburg", Kind.POSTCODE)).containsExactly("20457");
        assertThat(values("Bestellung Telefon 01711234567", Kind.PHONE)).containsExactly("01711234567");
    }

    @Test
    void readsTheOrdersArticlesAndNoOthers() {
        assertThat(values("the table lamp flickers, and the fell mug", Kind.ARTICLE))
                .containsExactly("TARN-LAMP-BLK", "FELL-MUG");
        assertThat(values("fell-mug-2 is chipped", Kind.ARTICLE)).containsExactly("FELL-MUG-2");
        assertThat(values("the mug, the lamp and the chair", Kind.ARTICLE)).isEmpty();
        assertThat(Findings.in("anything", WRITTEN, List.of(new Article("", " "))))
                .isEmpty();
    }

    @Test
    void nothingIsFoundTwiceAndEachSaysWhereItStands() {
        String message = "Bestellung UM-20418 über 20418 € vom 24.11.2026";
        List<Finding> found = in(message);
        assertThat(found.stream().map(Finding::kind)).containsExactly(Kind.ORDER, Kind.MONEY, Kind.DATE);
        assertThat(found)
                .allSatisfy(
                        it -> assertThat(message.substring(it.from(), it.to())).isEqualTo(it.text()));
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "a",
                        "a@",
                        "1 ",
                        "1.",
                        "UM-",
                        "UM ",
                        "1Z 9",
                        "+1 ",
                        "order ",
                        "€1,",
                        "1.1.",
                        "tracking ",
                        "(0",
                        "a.b-",
                        "in ein ",
                        "00 ",
                        "letzten ",
                        "12 345 ",
                        "\uD83D\uDE00",
                        "Ä",
                        "\n",
                        "DHL-",
                        "x@y.",
                        "İ",
                        "ı",
                        "ſ",
                        "VOR DREİ TAGEN ",
                        "in ſix days ",
                        "DE89 3704 ",
                        "€ 1 200 ",
                        "order nr ")
                .map(unit -> unit.repeat(100_000 / unit.length()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noTextMakesItSlow(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            List<Finding> found = in(text);
            assertThat(found).hasSizeLessThanOrEqualTo(50);
            Deadline.daysLeft(text, found, WRITTEN);
            Languages.of(text);
        });
    }
}
