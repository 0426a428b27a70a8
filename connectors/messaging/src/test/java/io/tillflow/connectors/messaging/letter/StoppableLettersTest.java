package io.tillflow.connectors.messaging.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every letter is one that an order, an account or the team needs, or its reader can stop it. */
class StoppableLettersTest {
    /** What somebody asked for, bought or has to decide comes whether they like letters or not. Think twice before you add one. */
    private static final Set<String> NEEDED = Set.of(
            "account-address-changed",
            "account-exists",
            "account-join",
            "account-new-address",
            "account-none",
            "account-password-changed",
            "account-reset",
            "alert",
            "change-off",
            "change-payment",
            "order-cancelled",
            "order-changed",
            "order-confirmation",
            "order-refunded",
            "payment-link",
            "return-exchanged",
            "return-label",
            "return-refunded",
            "return-refused",
            "support-answer",
            "support-delayed");

    private final LetterTemplates templates = new LetterTemplates(() -> Sender.SHIPPED);
    private final Previews previews = new Previews(templates, new Words());

    @Test
    void whatIsNotNeededCanBeStoppedInEachOfItsLanguages() {
        assertThat(previews.all())
                .filteredOn(known -> !NEEDED.contains(known.name()))
                .isNotEmpty()
                .allSatisfy(known -> assertThat(known.languages()).allSatisfy(language -> {
                    assertThat(templates.facts(known.name(), language))
                            .as("the letter %s in %s ends with [link … -> {{stopUrl}}]", known.name(), language)
                            .contains(Letter.STOP_URL);
                    assertThat(previews.of(known.name(), language).html())
                            .contains("<a href=\"https://example.org/stopUrl\"");
                    assertThat(previews.of(known.name(), language).text()).contains("\nhttps://example.org/stopUrl");
                }))
                .allSatisfy(known -> assertThat(known.stoppable()).isTrue());
    }

    @Test
    void whatIsNeededCannotBeStopped() {
        assertThat(previews.all())
                .filteredOn(known -> NEEDED.contains(known.name()))
                .hasSameSizeAs(NEEDED)
                .allSatisfy(known -> assertThat(known.stoppable()).isFalse());
    }

    @Test
    void noLetterThatCanBeStoppedIsWrittenWithoutSayingWhere() {
        Map<String, String> facts = Map.of("number", "U-1001", "name", "Mara", "orderUrl", "https://shop.example/o");
        Letter letter = new Letter("follow-up", "7f3", "mara@example.org", facts, List.of());
        assertThatThrownBy(() -> templates.render(letter)).hasMessageContaining("follow-up to know stopUrl");
    }
}
