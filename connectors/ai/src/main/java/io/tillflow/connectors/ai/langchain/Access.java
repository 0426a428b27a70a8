package io.tillflow.connectors.ai.langchain;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where a provider is and which of its models answer.
 *
 * @param key the key as it is now; asked before every call, so that a replaced one counts at once
 * @param embeddings the model that embeds; empty for none
 * @param moderation the model that moderates; empty to let the chat model do it
 */
public record Access(
        URI endpoint, Supplier<String> key, String chat, String embeddings, String moderation, Duration connect) {
    public Access {
        if (chat.isBlank()) {
            throw new IllegalArgumentException("expected the name of a model that answers, but there is none");
        }
    }
}
