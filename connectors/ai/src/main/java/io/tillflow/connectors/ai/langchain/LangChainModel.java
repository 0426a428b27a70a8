package io.tillflow.connectors.ai.langchain;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.Response;
import io.tillflow.connectors.ai.Answer;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.ai.Question;
import io.tillflow.connectors.ai.Reply;
import io.tillflow.connectors.ai.Shape;
import io.tillflow.connectors.ai.Usage;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A large model: everything but vectors is asked of its chat, in words and with a schema. */
final class LangChainModel implements LanguageModel {
    private final String name;
    private final Access access;
    private final Function<String, Parts> make;
    private @Nullable Made made;

    LangChainModel(String name, Access access, Function<String, Parts> make) {
        this.name = name;
        this.access = access;
        this.make = make;
    }

    private record Made(String key, Parts parts) {
        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    @Override
    public Answer answer(Question question, String instructions, Limits limits) {
        Parts parts = parts();
        return Patience.within(
                limits.time(),
                name,
                () -> Failures.read(name, access, () -> ask(parts, question, instructions, limits)));
    }

    /** Made anew when the key was replaced. */
    private synchronized Parts parts() {
        String key = key();
        Made current = made;
        if (current == null || !current.key().equals(key)) {
            current = new Made(key, make.apply(key));
            made = current;
        }
        return current.parts();
    }

    /** Without a key nobody is asked; whoever is next in the order may answer meanwhile. */
    private String key() {
        try {
            return access.key().get();
        } catch (IllegalStateException missing) {
            throw new ProviderUnavailable(String.valueOf(missing.getMessage()), missing);
        }
    }

    private Answer ask(Parts parts, Question question, String instructions, Limits limits) {
        return switch (question) {
            case Question.Embed embed -> vectors(parts, embed);
            case Question.Moderate moderate when parts.moderation() != null -> verdict(parts, moderate);
            case Question.Chat ignored -> text(chat(parts, question, instructions, limits));
            case Question.Extract ignored -> Talk.fields(chat(parts, question, instructions, limits));
            case Question.Classify classify -> Talk.choice(chat(parts, question, instructions, limits), classify);
            case Question.Moderate ignored -> Talk.verdict(chat(parts, question, instructions, limits));
        };
    }

    private static ChatResponse chat(Parts parts, Question question, String instructions, Limits limits) {
        ChatRequest.Builder request = ChatRequest.builder()
                .messages(
                        SystemMessage.from(Talk.instructions(question, instructions)),
                        UserMessage.from(Talk.data(question)))
                .maxOutputTokens(limits.longest());
        Shape shape = Talk.shape(question);
        if (shape != null && parts.jsonSchema()) {
            request.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name("answer")
                            .rootElement(JsonRawSchema.from(shape.text()))
                            .build())
                    .build());
        }
        return parts.chat().chat(request.build());
    }

    private static Answer text(ChatResponse said) {
        String text = said.aiMessage().text();
        return text == null || text.isBlank()
                ? new Answer.Unable("it answered nothing", Talk.usage(said.tokenUsage()))
                : new Answer.Given(new Reply.Text(text.strip()), Talk.usage(said.tokenUsage()));
    }

    private Answer vectors(Parts parts, Question.Embed embed) {
        if (parts.embeddings() == null) {
            return new Answer.Unable(name + " has no model that embeds");
        }
        Response<List<dev.langchain4j.data.embedding.Embedding>> said = parts.embeddings()
                .embedAll(embed.texts().stream().map(TextSegment::from).toList());
        if (said.content().size() != embed.texts().size()) {
            return new Answer.Unable(
                    name + " embedded " + said.content().size() + " of "
                            + embed.texts().size() + " texts",
                    Talk.usage(said.tokenUsage()));
        }
        return new Answer.Given(
                new Reply.Vectors(
                        said.content().stream().map(vector -> vector.vector()).toList()),
                Talk.usage(said.tokenUsage()));
    }

    private static Answer verdict(Parts parts, Question.Moderate moderate) {
        if (parts.moderation() == null) {
            throw new IllegalStateException("expected a model that moderates");
        }
        boolean flagged = parts.moderation().moderate(moderate.text()).content().flagged();
        return new Answer.Given(
                new Reply.Verdict(flagged, flagged ? List.of("flagged by the provider's own moderation") : List.of()),
                Usage.NONE);
    }

    @Override
    public String toString() {
        return name + " " + access.chat();
    }
}
