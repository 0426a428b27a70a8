package io.tillflow.connectors.web;

import io.tillflow.connectors.ai.Ai;
import io.tillflow.connectors.ai.Ask;
import io.tillflow.connectors.ai.CallBook;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.ai.Outcome;
import io.tillflow.connectors.ai.Prompts;
import io.tillflow.connectors.ai.Question;
import io.tillflow.connectors.ai.Reply;
import io.tillflow.connectors.ai.Shape;
import io.tillflow.connectors.ai.Skill;
import io.tillflow.connectors.jobs.OutwardSwitch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Language models: who answers, what was used, what was taken out; and a question to try. */
@RestController
@RequestMapping("/api/v1/ai")
class AiController {
    private static final int MOST = 200;
    private static final Duration A_PERSON_WAITS = Duration.ofSeconds(8);

    private final Ai ai;
    private final AiOverview overview;
    private final CallBook book;
    private final Prompts prompts;
    private final OutwardSwitch outward;

    AiController(Ai ai, AiOverview overview, CallBook book, Prompts prompts, OutwardSwitch outward) {
        this.ai = ai;
        this.overview = overview;
        this.book = book;
        this.prompts = prompts;
        this.outward = outward;
    }

    @GetMapping
    AiOverview.View overview() {
        return overview.now();
    }

    record Calls(List<CallBook.Row> items, @Nullable String next) {}

    /** The newest first. */
    @GetMapping("/calls")
    Calls calls(@RequestParam @Nullable Long before, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be between 1 and " + MOST + ", was " + limit);
        }
        List<CallBook.Row> rows = book.latest(Objects.requireNonNullElse(before, Long.MAX_VALUE), limit);
        return new Calls(
                rows, rows.size() < limit ? null : String.valueOf(rows.getLast().id()));
    }

    record Versions(List<Prompts.Version> items) {}

    @GetMapping("/prompts")
    Versions prompts() {
        return new Versions(prompts.all());
    }

    @GetMapping("/prompts/{name}")
    Versions versions(@PathVariable String name) {
        return new Versions(prompts.versions(name));
    }

    record AskedPrompt(@Nullable String text, @Nullable String by) {}

    /** A new version, in use at once. */
    @PutMapping("/prompts/{name}")
    Prompts.Version write(@PathVariable String name, @RequestBody AskedPrompt asked) {
        return prompts.write(
                name, Objects.requireNonNullElse(asked.text(), ""), Objects.requireNonNullElse(asked.by(), ""));
    }

    record AskedQuestion(
            @Nullable String skill,
            @Nullable String text,
            @Nullable List<String> passages,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, Object> schema,
            @Nullable List<String> candidates,
            @Nullable String by) {
        Question question() {
            String words = Objects.requireNonNullElse(text, "");
            return switch (Skill.of(Objects.requireNonNullElse(skill, ""))) {
                case CHAT -> new Question.Chat(words, Objects.requireNonNullElse(passages, List.of()));
                case EXTRACT -> new Question.Extract(words, Shape.of(Objects.requireNonNullElse(schema, Map.of())));
                case CLASSIFY -> new Question.Classify(words, Objects.requireNonNullElse(labels, Map.of()));
                case EMBED -> {
                    List<String> texts = new java.util.ArrayList<>(List.of(words));
                    texts.addAll(Objects.requireNonNullElse(candidates, List.of()));
                    yield new Question.Embed(texts);
                }
                case MODERATE -> new Question.Moderate(words);
            };
        }
    }

    /** @param reply with what was taken out put back: the asker wrote it */
    record Told(
            Object reply, String answeredBy, boolean cached, List<String> passedOver, Map<String, Integer> redacted) {}

    @PostMapping("/questions")
    ResponseEntity<?> ask(@RequestBody AskedQuestion asked) {
        outward.check("ai.try");
        String by = Objects.requireNonNullElse(asked.by(), "");
        Ask usual = Ask.of(asked.question(), by.isBlank() ? "studio" : "studio, " + by);
        Ask quick = new Ask(usual.question(), usual.prompt(), forAPerson(), 0, usual.caller());
        return switch (ai.ask(quick)) {
            case Outcome.Answered answered ->
                ResponseEntity.ok(new Told(
                        shown(answered.whole()),
                        answered.by(),
                        answered.cached(),
                        answered.passedOver(),
                        answered.redacted()));
            case Outcome.None none -> {
                ProblemDetail problem =
                        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, none.reason());
                problem.setProperty("why", none.why().name());
                yield ResponseEntity.of(problem).build();
            }
        };
    }

    /** Vectors are told as what they are for: how alike the first text is to each of the others. */
    private static Object shown(Reply reply) {
        if (reply instanceof Reply.Vectors vectors) {
            List<Double> likeness = new java.util.ArrayList<>();
            for (int i = 1; i < vectors.vectors().size(); i++) {
                likeness.add(vectors.likeness(0, i));
            }
            return Map.of("likeness", likeness);
        }
        return reply;
    }

    /** One after the other is asked, and the person waits for all of them. */
    private LanguageModel.Limits forAPerson() {
        long asked = ai.order().stream().filter(it -> !it.local()).count();
        return new LanguageModel.Limits(A_PERSON_WAITS.dividedBy(Math.max(1, asked)), 800);
    }
}
