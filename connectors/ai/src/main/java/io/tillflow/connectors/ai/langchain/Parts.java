package io.tillflow.connectors.ai.langchain;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.moderation.ModerationModel;
import org.jspecify.annotations.Nullable;

/**
 * What a provider has.
 *
 * @param embeddings null where it has none
 * @param moderation null where its chat model must do it
 * @param jsonSchema whether its chat model keeps to a schema that comes with the request
 */
record Parts(
        ChatModel chat,
        @Nullable EmbeddingModel embeddings,
        @Nullable ModerationModel moderation,
        boolean jsonSchema) {}
