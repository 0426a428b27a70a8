package io.tillflow.connectors.ai.langchain;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import io.tillflow.connectors.ai.LanguageModel;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

class OllamaTest extends RemoteModelContract {
    @Override
    protected LanguageModel at(URI server) {
        return LangChainModels.ollama(
                new Access(server, () -> "", "llama-test", "nomic-test", "", Duration.ofSeconds(5)));
    }

    @Override
    protected void stub() {
        said("Label complaint", "{\"label\": \"complaint\", \"confidence\": 0.93}");
        said("UM-1042", "{\"order\": \"UM-1042\", \"amount\": 19.9}");
        said("send something back", "You have 30 days.");
        said("idiots", "{\"flagged\": true, \"reasons\": [\"insult\"]}");
        said("handle came off", "{\"flagged\": false, \"reasons\": []}");
        server.stubFor(post(urlEqualTo("/api/embed")).willReturn(okJson("""
                {"model": "nomic-test", "embeddings": [[1, 0, 0], [0.9, 0.1, 0], [0, 1, 0]], "prompt_eval_count": 15}
                """)));
    }

    private void said(String asked, String content) {
        server.stubFor(
                post(urlEqualTo("/api/chat")).withRequestBody(containing(asked)).willReturn(okJson("""
                        {"model": "llama-test", "created_at": "2026-01-01T00:00:00Z", "message": {"role": "assistant", "content": %s}, "done": true,
                         "done_reason": "stop", "total_duration": 1, "prompt_eval_count": 120, "eval_count": 12}
                        """.formatted(
                                JsonMapper.builder().build().writeValueAsString(content)))));
    }
}
