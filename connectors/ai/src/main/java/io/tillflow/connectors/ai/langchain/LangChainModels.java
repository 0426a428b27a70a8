package io.tillflow.connectors.ai.langchain;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiModerationModel;
import io.tillflow.connectors.ai.LanguageModel;
import java.net.http.HttpClient;
import java.time.Duration;

/** The providers that are reached by LangChain4j; none of them tries again by itself. */
public final class LangChainModels {
    /** Longer than any call may take: the call's own limit ends it. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final int NO_RETRY = 0;
    private static final int MOST_TOKENS = 16_000;

    private LangChainModels() {}

    /** OpenAI, or whoever speaks its language. */
    public static LanguageModel openAi(Access access) {
        return new LangChainModel(
                "openai",
                access,
                key -> new Parts(
                        OpenAiChatModel.builder()
                                .httpClientBuilder(http(access))
                                .baseUrl(access.endpoint().toString())
                                .apiKey(key)
                                .modelName(access.chat())
                                .timeout(PATIENCE)
                                .maxRetries(NO_RETRY)
                                .strictJsonSchema(false)
                                .build(),
                        access.embeddings().isBlank()
                                ? null
                                : OpenAiEmbeddingModel.builder()
                                        .httpClientBuilder(http(access))
                                        .baseUrl(access.endpoint().toString())
                                        .apiKey(key)
                                        .modelName(access.embeddings())
                                        .timeout(PATIENCE)
                                        .maxRetries(NO_RETRY)
                                        .build(),
                        access.moderation().isBlank()
                                ? null
                                : OpenAiModerationModel.builder()
                                        .httpClientBuilder(http(access))
                                        .baseUrl(access.endpoint().toString())
                                        .apiKey(key)
                                        .modelName(access.moderation())
                                        .timeout(PATIENCE)
                                        .maxRetries(NO_RETRY)
                                        .build(),
                        true));
    }

    /** Anthropic; it embeds nothing, and its chat model moderates. */
    public static LanguageModel anthropic(Access access) {
        return new LangChainModel(
                "anthropic",
                access,
                key -> new Parts(
                        AnthropicChatModel.builder()
                                .httpClientBuilder(http(access))
                                .baseUrl(access.endpoint().toString())
                                .apiKey(key)
                                .modelName(access.chat())
                                .maxTokens(MOST_TOKENS)
                                .timeout(PATIENCE)
                                .maxRetries(NO_RETRY)
                                .build(),
                        null,
                        null,
                        false));
    }

    /** A server of one's own. */
    public static LanguageModel ollama(Access access) {
        return new LangChainModel(
                "ollama",
                access,
                key -> new Parts(
                        OllamaChatModel.builder()
                                .httpClientBuilder(http(access))
                                .baseUrl(access.endpoint().toString())
                                .modelName(access.chat())
                                .temperature(0.0)
                                .timeout(PATIENCE)
                                .maxRetries(NO_RETRY)
                                .build(),
                        access.embeddings().isBlank()
                                ? null
                                : OllamaEmbeddingModel.builder()
                                        .httpClientBuilder(http(access))
                                        .baseUrl(access.endpoint().toString())
                                        .modelName(access.embeddings())
                                        .timeout(PATIENCE)
                                        .maxRetries(NO_RETRY)
                                        .build(),
                        null,
                        true));
    }

    private static JdkHttpClientBuilder http(Access access) {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER))
                .connectTimeout(access.connect());
    }
}
