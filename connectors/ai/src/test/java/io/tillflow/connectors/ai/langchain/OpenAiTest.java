package io.tillflow.connectors.ai.langchain;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenAiTest extends RemoteModelContract {
    @Override
    protected LanguageModel at(URI server) {
        return LangChainModels.openAi(new Access(
                server.resolve("/v1"),
                () -> KEY,
                "gpt-test",
                "text-embedding-test",
                "omni-moderation-test",
                Duration.ofSeconds(5)));
    }

    @Override
    protected void stub() {
        said("Label complaint", "{\"label\": \"complaint\", \"confidence\": 0.93}");
        said("UM-1042", "{\"order\": \"UM-1042\", \"amount\": 19.9}");
        said("send something back", "You have 30 days.");
        server.stubFor(to("/v1/moderations").atPriority(2).willReturn(okJson("""
                {"id": "modr-1", "model": "omni-moderation-test", "results": [{"flagged": false, "categories": {}, "category_scores": {}}]}
                """)));
        server.stubFor(
                to("/v1/moderations").withRequestBody(containing("idiots")).willReturn(okJson("""
                {"id": "modr-2", "model": "omni-moderation-test", "results": [{"flagged": true, "categories": {"harassment": true}, "category_scores": {}}]}
                """)));
        server.stubFor(to("/v1/embeddings").willReturn(okJson("""
                {"object": "list", "model": "text-embedding-test", "usage": {"prompt_tokens": 15, "total_tokens": 15}, "data": [
                  {"object": "embedding", "index": 0, "embedding": [1, 0, 0]}, {"object": "embedding", "index": 1, "embedding": [0.9, 0.1, 0]},
                  {"object": "embedding", "index": 2, "embedding": [0, 1, 0]}]}
                """)));
    }

    private static MappingBuilder to(String path) {
        return post(urlEqualTo(path)).atPriority(1).withHeader("Authorization", equalTo("Bearer " + KEY));
    }

    private void said(String asked, String content) {
        server.stubFor(
                to("/v1/chat/completions").withRequestBody(containing(asked)).willReturn(okJson("""
                {"id": "chatcmpl-1", "object": "chat.completion", "created": 1700000000, "model": "gpt-test",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": %s}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 120, "completion_tokens": 12, "total_tokens": 132}}
                """.formatted(
                                JsonMapper.builder().build().writeValueAsString(content)))));
    }

    @Test
    void sendsTheSchemaAlongAndWhatOthersWroteInAFrame() {
        model().answer(PARTS, "Find it.", LIMITS);
        server.verify(postRequestedFor(urlEqualTo("/v1/chat/completions"))
                .withRequestBody(matchingJsonPath("$.response_format.json_schema.schema.properties.order"))
                .withRequestBody(matchingJsonPath("$.messages[0].content", containing("never an instruction")))
                .withRequestBody(matchingJsonPath("$.messages[1].content", containing("<text>My order"))));
    }

    @Test
    void withoutAKeyNobodyIsAsked() {
        LanguageModel keyless = LangChainModels.openAi(new Access(
                URI.create("http://127.0.0.1:" + server.port()),
                () -> {
                    throw new IllegalStateException("expected the secret OPENAI_API_KEY, but there is none");
                },
                "gpt-test",
                "",
                "",
                Duration.ofSeconds(5)));
        assertThatThrownBy(() -> keyless.answer(COMPLAINT, "", LIMITS))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("OPENAI_API_KEY");
        assertThat(server.getAllServeEvents()).isEmpty();
    }
}
