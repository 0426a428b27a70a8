package io.tillflow.connectors.messaging.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.processes.EmailTemplate;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTemplatesTest {
    private final LetterTemplates templates = new LetterTemplates(() -> Sender.SHIPPED);

    static Stream<String> everyTemplateAboutAnOrder() {
        return Stream.concat(
                Arrays.stream(EmailTemplate.class.getFields()).map(LetterTemplatesTest::value),
                Stream.of("order-changed", "change-payment", "change-off"));
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("everyTemplateAboutAnOrder")
    void fillsEveryBlankInTextAndHtml(String template) {
        LetterTemplates.Rendered letter = templates.render(letter(template, facts()));
        assertThat(List.of(letter.subject(), letter.text(), letter.html()))
                .allSatisfy(part -> assertThat(part).isNotBlank().doesNotContain("{{", "}}", "[lines]", "[button"));
        assertThat(letter.subject()).hasSizeLessThan(80);
        assertThat(letter.text()).contains("Mara");
        assertThat(letter.html()).startsWith("<!doctype html>").contains("Ullmere");
    }

    @Test
    void saysWhoWritesInTheShopsOwnWords() {
        LetterTemplates own = new LetterTemplates(
                () -> new Sender("Alder & Sons", List.of("Alder Ltd, Quay 4", "hello@alder.example")));
        LetterTemplates.Rendered letter = own.render(letter("order-confirmation", facts()));
        assertThat(letter.html())
                .contains(">Alder &amp; Sons</td>", "Alder Ltd, Quay 4 · hello@alder.example")
                .doesNotContain("Ullmere");
        assertThat(letter.text()).endsWith("-- \nAlder Ltd, Quay 4 · hello@alder.example\n");
    }

    /** What the shop asks for about accounts, with a link that works for two hours where there is something to do. */
    @ParameterizedTest
    @CsvSource({
        "account-join, true",
        "account-exists, false",
        "account-reset, true",
        "account-none, false",
        "account-new-address, true",
        "account-address-changed, false",
        "account-password-changed, false"
    })
    void writesAboutAccounts(String template, boolean link) {
        Map<String, String> facts = new HashMap<>(Map.of("shopUrl", "https://shop.example", "hours", "2"));
        if (link) {
            facts.put("linkUrl", "https://shop.example/account/join/1/k");
        }
        LetterTemplates.Rendered letter = templates.render(letter(template, facts));
        assertThat(letter.subject()).isNotBlank().hasSizeLessThan(80);
        assertThat(letter.text()).doesNotContain("{{", "[button", "?name");
        LetterTemplates.Rendered german = templates.render(in("de", letter(template, facts)));
        assertThat(german.text()).doesNotContain("{{", "[button", "?name");
        assertThat(german.subject()).isNotEqualTo(letter.subject());
        assertThat(letter.text().contains("/account/join/1/k")).isEqualTo(link);
        facts.put("name", "Mara");
        assertThat(templates.render(letter(template, facts)).text()).doesNotContain("{{");
    }

    @ParameterizedTest
    @MethodSource("everyTemplateAboutAnOrder")
    void fillsTheSameBlanksInGerman(String template) {
        LetterTemplates.Rendered english = templates.render(letter(template, facts()));
        LetterTemplates.Rendered german = templates.render(in("de", letter(template, facts())));
        assertThat(german.subject()).isNotBlank().hasSizeLessThan(80).isNotEqualTo(english.subject());
        assertThat(german.html())
                .startsWith("<!doctype html>\n<html lang=\"de\">")
                .contains("Dinge für drinnen");
        facts().values()
                .forEach(fact -> assertThat(german.text().contains(fact))
                        .as(template + " says " + fact)
                        .isEqualTo(english.text().contains(fact)));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Still in your cart, No more letters like this",
        "de, Noch in deinem Warenkorb, Solche E-Mails abbestellen"
    })
    void remindsOfACartAndSaysHowToStopThat(String language, String subject, String stop) {
        Map<String, String> facts = Map.of(
                "cartUrl", "https://shop.example/cart", Letter.STOP_URL, "https://shop.example/letters/stop/1/k");
        LetterTemplates.Rendered letter = templates.render(in(language, letter("cart-reminder", facts)));
        assertThat(letter.subject()).isEqualTo(subject);
        assertThat(letter.text())
                .contains("1 x", "https://shop.example/cart", stop + ":\nhttps://shop.example/letters/stop/1/k")
                .doesNotContain("{{", "[link", "[button");
        assertThat(letter.html()).contains("href=\"https://shop.example/letters/stop/1/k\"", stop);
    }

    @Test
    void writesInEnglishWhatNobodyTranslated() {
        assertThat(templates.render(in("fr", letter("follow-up", facts()))))
                .isEqualTo(templates.render(letter("follow-up", facts())));
        assertThatThrownBy(() -> templates.render(in("../de", letter("follow-up", facts()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Words().say("de", "STOCK_MISSING")).isEqualTo("einige Sachen sind ausverkauft");
        assertThat(new Words().say("fr", "STOCK_MISSING")).isEqualTo("some of its things are sold out");
    }

    private static Letter in(String language, Letter letter) {
        return new Letter(letter.template(), language, letter.orderId(), letter.to(), letter.facts(), letter.lines());
    }

    @Test
    void showsAReasonOnlyWhereThereIsOne() {
        Map<String, String> withoutReason = facts();
        withoutReason.remove("declineReason");
        assertThat(templates.render(letter("payment-link", withoutReason)).text())
                .doesNotContain("did not work");
        assertThat(templates.render(letter("payment-link", facts())).text())
                .contains("The last payment did not work: the card has expired.");
    }

    @Test
    void escapesWhatAShopperTyped() {
        Map<String, String> facts = facts();
        facts.put("name", "<b>Mara</b> & co\r\nBcc: everybody@example.org");
        LetterTemplates.Rendered letter = templates.render(letter("follow-up", facts));
        assertThat(letter.html()).contains("&lt;b&gt;Mara&lt;/b&gt; &amp; co").doesNotContain("<b>");
        assertThat(letter.text()).doesNotContain("\nBcc:");
    }

    @Test
    void refusesALetterThatLacksAFact() {
        Map<String, String> facts = facts();
        facts.remove("number");
        assertThatThrownBy(() -> templates.render(letter("order-confirmation", facts)))
                .hasMessageContaining("number");
    }

    @Test
    void refusesALetterThatNobodyWrote() {
        assertThatThrownBy(() -> templates.render(letter("love-letter", facts())))
                .hasMessageContaining("love-letter");
        assertThatThrownBy(() -> templates.render(letter("../application", facts())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysCodesInWordsAndLeavesWords() {
        assertThat(new Words().say("STOCK_MISSING")).isEqualTo("some of its things are sold out");
        assertThat(new Words().say("I found it cheaper")).isEqualTo("I found it cheaper");
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>(Map.of(
                "number", "U-1001",
                "name", "Mara",
                "total", "€112.00",
                "delivery", "€4.90",
                "orderUrl", "https://shop.example/orders/7f3",
                "paymentUrl", "https://shop.example/sandbox/pay/pay_1",
                "declineReason", "the card has expired",
                "reason", "you asked us to"));
        facts.put("address", "Mara, Long Lane 1, 10115 Berlin");
        facts.put("trackingNumber", "ULM3");
        facts.put("labelUrl", "https://shop.example/sandbox/label/ULM1");
        facts.put("refundedAmount", "42.00 EUR");
        facts.put(Letter.STOP_URL, "https://shop.example/letters/stop/1/k");
        facts.put("newTotal", "€150.00");
        facts.put("answer", "It is on its way.\nSee you\n\nIda");
        return facts;
    }

    private static Letter letter(String template, Map<String, String> facts) {
        return new Letter(
                template, "7f3", "mara@example.org", facts, List.of(new Letter.Line("Tarn table lamp", 1, "€64.00")));
    }
}
