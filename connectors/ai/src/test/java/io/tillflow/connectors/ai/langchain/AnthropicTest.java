package io.tillflow.connectors.ai.langchain;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import io.tillflow.connectors.ai.LanguageModel;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

class AnthropicTest extends RemoteModelContract {
    @Override
    protected LanguageModel at(URI server) {
        return LangChainModels.anthropic(
                new Access(server.resolve("/v1"), () -> KEY, "claude-test", "", "", Duration.ofSeconds(5)));
    }

    @Override
    protected boolean embeds() {
        return false;
    }

    @Override
    protected void stub() {
        said("Label complaint", "{\"label\": \"complaint\", \"confidence\": 0.93}");
        said("UM-1042", "Here it is:\n```json\n{\"order\": \"UM-1042\", \"amount\": 19.9}\n```");
        said("send something back", "You have 30 days.");
        said("idiots", "{\"flagged\": true, \"reasons\": [\"insult\"]}");
        said("handle came off", "{\"flagged\": false, \"reasons\": []}");
    }

    private void said(String asked, String content) {
        server.stubFor(post(urlEqualTo("/v1/messages"))
                .withHeader("x-api-key", equalTo(KEY))
                .withRequestBody(containing(asked))
                .willReturn(okJson("""
                        {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-test", "content": [{"type": "text", "text": %s}],
                         "stop_reason": "end_turn", "stop_sequence": null, "usage": {"input_tokens": 120, "output_tokens": 12}}
                        """.formatted(JsonMapper.builder().build().writeValueAsString(content)))));
    }
}
