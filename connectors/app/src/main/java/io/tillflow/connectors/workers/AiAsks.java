package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.tillflow.connectors.ai.Ai;
import io.tillflow.connectors.ai.Ask;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.ai.Outcome;
import io.tillflow.connectors.ai.Personal;
import io.tillflow.connectors.ai.Question;
import io.tillflow.connectors.ai.Reply;
import io.tillflow.connectors.ai.Shape;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.processes.ClassifyText;
import io.tillflow.processes.CompareTexts;
import io.tillflow.processes.ExtractFields;
import io.tillflow.processes.ModerateText;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.WriteText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns jobs into questions; shoppers' words come from the shop, and nothing that names a person by its form comes back. */
@Component
class AiAsks {
    private final Ai ai;
    private final Shop shop;

    AiAsks(Ai ai, Shop shop) {
        this.ai = ai;
        this.shop = shop;
    }

    record Told<T extends Reply>(T reply, String by) {}

    Told<Reply.Text> chat(WriteText job, String caller) {
        List<String> passages = job.passages() == null ? List.of() : job.passages();
        Question question = new Question.Chat(words(job.text(), job.messageId()), passages);
        return told(new Bounds(job.prompt(), job.costLimit(), job.timeLimit()), question, caller, Reply.Text.class);
    }

    Told<Reply.Fields> extract(ExtractFields job, String caller) {
        Question question = new Question.Extract(words(job.text(), job.messageId()), Shape.of(job.schema()));
        return told(new Bounds(job.prompt(), job.costLimit(), job.timeLimit()), question, caller, Reply.Fields.class);
    }

    Told<Reply.Choice> classify(ClassifyText job, String caller) {
        Question question = new Question.Classify(words(job.text(), job.messageId()), job.labels());
        return told(new Bounds(job.prompt(), job.costLimit(), job.timeLimit()), question, caller, Reply.Choice.class);
    }

    /** The text first, then the candidates. */
    Told<Reply.Vectors> embed(CompareTexts job, String caller) {
        List<String> texts = new ArrayList<>(List.of(words(job.text(), job.messageId())));
        texts.addAll(job.candidates());
        return told(new Bounds(null, null, null), new Question.Embed(texts), caller, Reply.Vectors.class);
    }

    Told<Reply.Verdict> moderate(ModerateText job, String caller) {
        Question question = new Question.Moderate(words(job.text(), job.messageId()));
        return told(new Bounds(job.prompt(), job.costLimit(), job.timeLimit()), question, caller, Reply.Verdict.class);
    }

    private String words(@Nullable String text, @Nullable String messageId) {
        return messageId == null || messageId.isBlank() ? String.valueOf(text) : shop.message(messageId);
    }

    private record Bounds(
            @Nullable String prompt,
            @Nullable Double costLimit,
            @Nullable Integer timeLimit) {
        Ask ask(Question question, String caller) {
            Ask usual = Ask.of(question, caller);
            return new Ask(
                    question,
                    prompt == null || prompt.isBlank() ? usual.prompt() : prompt,
                    new LanguageModel.Limits(
                            timeLimit == null ? usual.limits().time() : Duration.ofSeconds(timeLimit),
                            usual.limits().longest()),
                    costLimit == null ? 0 : Math.round(costLimit * 1_000_000),
                    caller);
        }
    }

    private <T extends Reply> Told<T> told(Bounds bounds, Question question, String caller, Class<T> type) {
        return switch (ai.ask(bounds.ask(question, caller))) {
            case Outcome.Answered answered ->
                new Told<>(
                        type.cast(Objects.requireNonNull(answered.reply()).mapTexts(new Personal()::takeOut)),
                        answered.by());
            case Outcome.None none -> throw bpmnError(code(none.why()), none.reason());
        };
    }

    private static String code(Outcome.Why why) {
        return switch (why) {
            case UNABLE -> OfferedErrorCode.AI_UNABLE;
            case BUDGET -> OfferedErrorCode.AI_BUDGET;
            case UNFIT -> OfferedErrorCode.AI_UNFIT;
        };
    }
}
