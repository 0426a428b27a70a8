package io.tillflow.storefront.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, EN",
                "'', EN",
                "'de', DE",
                "'de-AT,de;q=0.9,en;q=0.5', DE",
                "'fr-CH, de;q=0.7, en;q=0.9', EN",
                "'fr', EN",
                "'*', EN",
                "'!!', EN"
            })
    void takesWhatABrowserAsksFor(String header, Language expected) {
        assertThat(Language.accepted(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/, /de/",
        "/c/lamps?sort=new, /de/c/lamps?sort=new",
        "/de, /de",
        "/de/cart, /de/cart",
        "/delivery, /de/delivery",
        "//elsewhere.example, //elsewhere.example",
        "https://elsewhere.example/de, https://elsewhere.example/de"
    })
    void leadsToItsOwnPagesOnly(String path, String german) {
        assertThat(Language.DE.path(path)).isEqualTo(german);
        assertThat(Language.EN.path(path)).isEqualTo(path);
    }

    @Test
    void speaksEnglishWhereNobodyAsked() {
        assertThat(Language.current()).isEqualTo(Language.EN);
        assertThat(Language.DE.speaking(() -> Texts.say("words.things", 2))).isEqualTo("2 Sachen");
        assertThat(Language.current()).isEqualTo(Language.EN);
    }
}
