package io.tillflow.connectors.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every language model does, wherever it runs. */
public abstract class LanguageModelContract {
    protected static final LanguageModel.Limits LIMITS = new LanguageModel.Limits(Duration.ofSeconds(60), 400);
    protected static final Question.Classify COMPLAINT = new Question.Classify(
            "The mug arrived broken and nobody answers my mails, I want my money back",
            Map.of(
                    "complaint", "something is broken or wrong; the customer wants a refund",
                    "praise", "the customer is happy and says thank you"));
    protected static final Question.Extract PARTS = new Question.Extract(
            "My order UM-1042 came on 2026-11-20, but I was charged an amount of 19.90 for it.", Shape.of("""
                    {"type": "object", "required": ["order", "amount"], "additionalProperties": false, "properties": {
                      "order": {"type": "string", "pattern": "^UM-[0-9]+$"}, "amount": {"type": "number"}, "day": {"type": "string", "format": "date"}}}
                    """));

    protected abstract LanguageModel model();

    protected boolean embeds() {
        return true;
    }

    private Reply reply(Question question) {
        return model().answer(question, "Do as asked.", LIMITS) instanceof Answer.Given given
                ? given.reply()
                : new Reply.Text("unable");
    }

    @Test
    void choosesTheLabelThatFits() {
        assertThat(reply(COMPLAINT)).isInstanceOfSatisfying(Reply.Choice.class, choice -> {
            assertThat(choice.label()).isEqualTo("complaint");
            assertThat(choice.confidence()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void findsFactsInTheShapeThatWasAskedFor() {
        assertThat(reply(PARTS)).isInstanceOfSatisfying(Reply.Fields.class, found -> {
            assertThat(PARTS.shape().faults(found.fields())).isEmpty();
            assertThat(found.fields()).containsEntry("order", "UM-1042").containsEntry("amount", 19.9);
        });
    }

    @Test
    void flagsAnInsultAndLetsCriticismThrough() {
        assertThat(reply(new Question.Moderate("The people who made this are idiots")))
                .isInstanceOfSatisfying(
                        Reply.Verdict.class,
                        verdict -> assertThat(verdict.flagged()).isTrue());
        assertThat(reply(new Question.Moderate("The handle came off after two days, I would not buy it again")))
                .isEqualTo(new Reply.Verdict(false, List.of()));
    }

    @Test
    void answersFromThePassages() {
        assertThat(
                        reply(
                                new Question.Chat(
                                        "How long can I send something back?",
                                        List.of(
                                                "Delivery takes two days. You can send something back within 30 days. We are open on Mondays."))))
                .isInstanceOfSatisfying(
                        Reply.Text.class, text -> assertThat(text.text()).contains("30 days"));
    }

    @Test
    void laysTextsThatMeanAlikeCloserOrSaysThatItCannot() {
        Answer answer = model().answer(
                        new Question.Embed(
                                List.of("where is my parcel", "when will my package arrive", "I like green tea")),
                        "",
                        LIMITS);
        if (!embeds()) {
            assertThat(answer).isInstanceOf(Answer.Unable.class);
            return;
        }
        assertThat(answer).isInstanceOfSatisfying(Answer.Given.class, given -> {
            Reply.Vectors vectors = (Reply.Vectors) given.reply();
            assertThat(vectors.vectors()).hasSize(3);
            assertThat(vectors.likeness(0, 1)).isGreaterThan(vectors.likeness(0, 2));
        });
    }
}
