package io.tillflow.connectors.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The order of models, budgets, cache and what is taken out; models that say what the test wants. */
class AiIT {
    private static final JdbcClient DATABASE = TestDatabase.jdbc();
    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final String first = "first-" + UUID.randomUUID();
    private final String second = "second-" + UUID.randomUUID();
    private final List<Question> asked = new ArrayList<>();
    private Budgets.Limit limit = Budgets.Limit.NONE;

    private Provider provider(String name, boolean local, LanguageModel model) {
        return new Provider(
                name,
                "m1",
                local,
                Set.of(Skill.CHAT, Skill.EXTRACT),
                new Provider.Price(100, 200),
                (question, instructions, limits) -> {
                    synchronized (asked) {
                        asked.add(question);
                    }
                    return model.answer(question, instructions, limits);
                });
    }

    private Ai ai(Provider... order) {
        return new Ai(
                List.of(order),
                new Prompts(DATABASE, clock),
                new Budgets(DATABASE, clock, ZoneOffset.UTC, "EUR", name -> limit),
                new Replies(DATABASE, Duration.ofHours(24), clock),
                new CallBook(DATABASE, clock));
    }

    private static LanguageModel saying(String text) {
        return (question, instructions, limits) -> new Answer.Given(new Reply.Text(text), new Usage(50, 10));
    }

    private static LanguageModel away() {
        return (question, instructions, limits) -> {
            throw new ProviderUnavailable("it is away");
        };
    }

    private Ask chat(String text) {
        return Ask.of(new Question.Chat(text, List.of()), first);
    }

    private static Outcome.Answered answered(Outcome outcome) {
        return (Outcome.Answered) outcome;
    }

    private List<CallBook.Row> calls() {
        return new CallBook(DATABASE, clock)
                .latest(Long.MAX_VALUE, 500).stream()
                        .filter(row -> row.caller().equals(first))
                        .toList();
    }

    @Test
    void personalDataStaysHereAndComesBackOnlyToWhoMaySeeIt() {
        Ai ai = ai(provider(
                first,
                false,
                (question, instructions, limits) -> new Answer.Given(
                        new Reply.Text("I wrote to " + ((Question.Chat) question).text()), new Usage(50, 10))));
        Outcome.Answered answer = answered(ai.ask(chat("ann@example.com")));
        assertThat(asked).containsExactly(new Question.Chat("[EMAIL_1]", List.of()));
        assertThat(answer.reply()).isEqualTo(new Reply.Text("I wrote to [EMAIL_1]"));
        assertThat(answer.whole()).isEqualTo(new Reply.Text("I wrote to ann@example.com"));
        assertThat(calls().getFirst().redacted().path("email").asInt()).isEqualTo(1);
        assertThat(DATABASE.sql("select count(*) from connectors.ai_reply where reply::text like '%ann@%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasAskedBeforeIsAnsweredFromMemoryUntilItIsOldOrThePromptChanged() {
        Ai ai = ai(provider(first, false, saying("yes")));
        String text = "is it " + first;
        assertThat(answered(ai.ask(chat(text))).cached()).isFalse();
        assertThat(answered(ai.ask(chat(text))).cached()).isTrue();
        assertThat(asked).hasSize(1);
        clock.advance(Duration.ofHours(25));
        assertThat(answered(ai.ask(chat(text))).cached()).isFalse();
        String own = "own-" + UUID.randomUUID().toString().substring(0, 8);
        Prompts prompts = new Prompts(DATABASE, clock);
        prompts.write(own, "Be brief.", "mara");
        Ask asking = new Ask(
                new Question.Chat(text, List.of()),
                own,
                Ask.of(new Question.Moderate("x"), "x").limits(),
                0,
                first);
        assertThat(answered(ai.ask(asking)).cached()).isFalse();
        prompts.write(own, "Be briefer.", "mara");
        assertThat(answered(ai.ask(asking)).cached()).isFalse();
        assertThat(calls().getFirst().prompt()).isEqualTo(own + "@2");
        assertThat(prompts.versions(own)).extracting(Prompts.Version::version).containsExactly(2, 1);
    }

    @Test
    void theNextInTheOrderAnswersAndTheRecordSaysWhy() {
        Outcome.Answered answer = answered(ai(provider(first, false, away()), provider(second, true, saying("here")))
                .ask(chat("hello")));
        assertThat(answer.by()).isEqualTo(second + " m1");
        assertThat(answer.passedOver()).containsExactly(first + ": it is away");
        assertThat(calls()).extracting(CallBook.Row::how).containsExactly(CallBook.How.ANSWERED, CallBook.How.AWAY);
        assertThat(calls().getFirst().passedOver()).isEqualTo(1);
        assertThatThrownBy(() -> ai(provider(first, false, away())).ask(chat("hello")))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(ai(provider(first, true, saying("x"))).ask(Ask.of(new Question.Moderate("x"), first)))
                .isInstanceOfSatisfying(
                        Outcome.None.class, none -> assertThat(none.why()).isEqualTo(Outcome.Why.UNABLE));
    }

    @Test
    void anAnswerThatDoesNotFitTheSchemaIsNone() {
        LanguageModel wrong = (question, instructions, limits) ->
                new Answer.Given(new Reply.Fields(Map.of("amount", "a lot")), new Usage(50, 10));
        Question question =
                new Question.Extract("a lot", Shape.of("{\"properties\": {\"amount\": {\"type\": \"number\"}}}"));
        assertThat(ai(provider(first, false, wrong)).ask(Ask.of(question, first)))
                .isInstanceOfSatisfying(Outcome.None.class, none -> {
                    assertThat(none.why()).isEqualTo(Outcome.Why.UNFIT);
                    assertThat(none.reason()).contains("/amount breaks 'type'").doesNotContain("a lot");
                });
    }

    @Test
    void aDaysBudgetIsNeverOverdrawnHoweverManyAskAtOnce() throws Exception {
        limit = new Budgets.Limit(5_000, 0);
        Ai ai = ai(provider(first, false, saying("yes")));
        List<Callable<Outcome>> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = "question " + i + " of " + first;
            many.add(() -> ai.ask(chat(text)));
        }
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var outcome : threads.invokeAll(many)) {
                outcomes.add(outcome.get());
            }
        }
        Budgets.Spent spent = new Budgets(DATABASE, clock, ZoneOffset.UTC, "EUR", name -> limit)
                .today().stream()
                        .filter(it -> it.provider().equals(first))
                        .findFirst()
                        .orElseThrow();
        long answers =
                outcomes.stream().filter(Outcome.Answered.class::isInstance).count();
        assertThat(answers).isPositive();
        assertThat(spent.tokens()).isEqualTo(60 * answers).isLessThanOrEqualTo(5_000);
        assertThat(outcomes)
                .filteredOn(Outcome.None.class::isInstance)
                .allSatisfy(none -> assertThat(((Outcome.None) none).why()).isEqualTo(Outcome.Why.BUDGET));
    }

    @Test
    void aCallThatCouldCostTooMuchIsNotMade() {
        Ask dear = new Ask(
                new Question.Chat("hello", List.of()),
                "chat",
                new LanguageModel.Limits(Duration.ofSeconds(5), 10_000),
                1_000_000,
                first);
        assertThat(ai(provider(first, false, saying("yes"))).ask(dear))
                .isInstanceOfSatisfying(Outcome.None.class, none -> {
                    assertThat(none.why()).isEqualTo(Outcome.Why.BUDGET);
                    assertThat(none.reason()).contains("shorten the text");
                });
        assertThat(asked).isEmpty();
    }
}
