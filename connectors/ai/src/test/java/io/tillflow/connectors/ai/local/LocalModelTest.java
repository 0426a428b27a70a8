package io.tillflow.connectors.ai.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.ai.Answer;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.ai.LanguageModelContract;
import io.tillflow.connectors.ai.Question;
import io.tillflow.connectors.ai.Reply;
import io.tillflow.connectors.ai.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalModelTest extends LanguageModelContract {
    private static final LocalModel LOCAL = new LocalModel();

    @Override
    protected LanguageModel model() {
        return LOCAL;
    }

    @Test
    void saysPlainlyWhatItCannot() {
        assertThat(LOCAL.answer(new Question.Chat("Write a poem", List.of()), "", LIMITS))
                .isInstanceOfSatisfying(
                        Answer.Unable.class,
                        unable -> assertThat(unable.reason()).contains("TILLFLOW_AI_PROVIDERS"));
        assertThat(LOCAL.answer(
                        new Question.Chat(
                                "How is the weather?", List.of("You can send something back within 30 days.")),
                        "",
                        LIMITS))
                .isInstanceOf(Answer.Unable.class);
        assertThat(LOCAL.answer(
                        new Question.Extract(
                                "All is well.",
                                Shape.of(
                                        "{\"properties\": {\"mood\": {\"type\": \"string\"}}, \"required\": [\"mood\"]}")),
                        "",
                        LIMITS))
                .isInstanceOfSatisfying(
                        Answer.Unable.class,
                        unable -> assertThat(unable.reason()).contains("mood"));
    }

    @Test
    void findsOnlyWhatIsSure() {
        assertThat(found("12 or 13 of them", "{\"properties\": {\"amount\": {\"type\": \"number\"}}}"))
                .isEmpty();
        assertThat(
                        found(
                                "quantity 3, order total 17,50",
                                "{\"properties\": {\"orderTotal\": {\"type\": \"number\"}, \"quantity\": {\"type\": \"integer\"}}}"))
                .isEqualTo(Map.of("orderTotal", 17.5, "quantity", 3L));
        assertThat(
                        found(
                                "on 3.4.2026 in Blue",
                                "{\"properties\": {\"day\": {\"format\": \"date\"}, \"colour\": {\"enum\": [\"red\", \"blue\"]}}}"))
                .isEqualTo(Map.of("day", "2026-04-03", "colour", "blue"));
        assertThat(found("on 31.2.2026", "{\"properties\": {\"day\": {\"format\": \"date\"}}}"))
                .isEmpty();
    }

    private static Map<String, ?> found(String text, String schema) {
        return Findings.in(text, Shape.of(schema)).fields();
    }

    @Test
    void seesWhatStandsOutByItsForm() {
        assertThat(Manners.judge("see www.example.com or write to ann@example.com")
                        .reasons())
                .containsExactly("personal data", "link");
        assertThat(Manners.judge("WHY IS THIS SO SLOW AGAIN TODAY").reasons()).containsExactly("shouting");
        assertThat(Manners.judge("OK, A5 is fine")).isEqualTo(new Reply.Verdict(false, List.of()));
    }
}
