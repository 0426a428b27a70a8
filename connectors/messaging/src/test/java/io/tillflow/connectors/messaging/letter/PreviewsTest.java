package io.tillflow.connectors.messaging.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.messaging.letter.LetterTemplates.Rendered;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewsTest {
    private final Previews previews = new Previews(new LetterTemplates(() -> Sender.SHIPPED), new Words());

    @Test
    void showsEveryLetterWholeInEachOfItsLanguages() {
        assertThat(previews.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(known -> assertThat(known.languages())
                        .contains("en")
                        .allSatisfy(language -> {
                            Rendered letter = previews.of(known.name(), language);
                            assertThat(List.of(letter.subject(), letter.text(), letter.html()))
                                    .allSatisfy(part ->
                                            assertThat(part).isNotBlank().doesNotContain("{{", "}}", "«", "[lines]"));
                            assertThat(letter.html()).contains("lang=\"" + language + "\"");
                        }));
    }

    @Test
    void saysWhatALetterNamesAndWhetherItCanBeStopped() {
        Previews.Known reminder = known("cart-reminder");
        assertThat(reminder.stoppable()).isTrue();
        assertThat(reminder.facts()).contains("cartUrl", "stopUrl");
        assertThat(known("order-confirmation").stoppable()).isFalse();
        assertThat(known("order-confirmation").facts())
                .contains("number", "name", "total")
                .doesNotContain("shop");
        assertThat(known("payment-link").facts()).contains("declineReason");
        assertThat(known("alert").languages()).containsExactly("en");
        assertThat(previews.of("order-cancelled", "en").text()).contains("you asked us to");
    }

    @Test
    void namesWhatIsNotThere() {
        assertThatThrownBy(() -> previews.of("no-such-letter", "en")).hasMessageContaining("no-such-letter");
        assertThatThrownBy(() -> previews.of("../words", "en")).hasMessageContaining("the name of a letter");
        assertThatThrownBy(() -> previews.of("alert", "fr")).hasMessageContaining("one of [en, de]");
    }

    private Previews.Known known(String name) {
        return previews.all().stream()
                .filter(it -> it.name().equals(name))
                .findAny()
                .orElseThrow();
    }
}
