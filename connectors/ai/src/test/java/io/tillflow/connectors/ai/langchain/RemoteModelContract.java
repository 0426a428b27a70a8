package io.tillflow.connectors.ai.langchain;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tillflow.connectors.ai.Answer;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.ai.LanguageModelContract;
import io.tillflow.connectors.ai.TookTooLong;
import io.tillflow.connectors.ai.Usage;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a provider beyond the network must also do, against a server that answers as its API documents it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RemoteModelContract extends LanguageModelContract {
    protected static final String KEY = "sk-canary-0815";
    protected final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @BeforeEach
    void answerAsDocumented() {
        server.resetAll();
        server.stubFor(any(anyUrl())
                .atPriority(9)
                .willReturn(aResponse().withStatus(404).withBody("{}")));
        stub();
    }

    /** Answers to the contract's questions. */
    protected abstract void stub();

    protected abstract LanguageModel at(URI server);

    @Override
    protected LanguageModel model() {
        return at(URI.create("http://127.0.0.1:" + server.port()));
    }

    private void always(int status, String body, int delay) {
        server.resetAll();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(status).withBody(body).withFixedDelay(delay)));
    }

    private Answer ask() {
        return model().answer(COMPLAINT, "Do as asked.", LIMITS);
    }

    @Test
    void countsWhatItUsed() {
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Answer.Given.class, given -> assertThat(given.usage()).isEqualTo(new Usage(120, 12)));
    }

    @Test
    void tellsKindsOfTroubleApartAndKeepsTheKeyOutOfAllOfThem() {
        always(429, "{\"error\": {\"message\": \"slow down " + KEY + "\"}}", 0);
        assertThatThrownBy(this::ask)
                .isInstanceOf(HeldBack.class)
                .hasMessageContaining("429")
                .hasMessageNotContaining(KEY);
        always(401, "{\"error\": {\"message\": \"bad key " + KEY + "\"}}", 0);
        assertThatThrownBy(this::ask)
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("_API_KEY")
                .hasMessageNotContaining(KEY);
        always(404, "{\"error\": {\"message\": \"no such model\"}}", 0);
        assertThatThrownBy(this::ask).isInstanceOf(ProviderUnavailable.class).hasMessageContaining("_MODEL");
        always(503, "overloaded " + KEY, 0);
        assertThatThrownBy(this::ask)
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("503")
                .hasMessageNotContaining(KEY);
        always(200, "<html>" + KEY + "</html>", 0);
        assertThatThrownBy(this::ask).isInstanceOf(ProviderUnavailable.class).hasMessageNotContaining(KEY);
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        assertThatThrownBy(this::ask).as("it breaks off").isInstanceOf(ProviderUnavailable.class);
        always(400, "{\"error\": {\"message\": \"too long\"}}", 0);
        assertThat(ask()).isInstanceOf(Answer.Unable.class);
        assertThat(server.getAllServeEvents()).as("nothing is tried twice").hasSize(1);
    }

    @Test
    void waitsNoLongerThanItMay() {
        always(200, "{}", 20_000);
        assertThatThrownBy(() -> model().answer(COMPLAINT, "", new LanguageModel.Limits(Duration.ofMillis(300), 10)))
                .isInstanceOf(TookTooLong.class)
                .hasMessageContaining("300 ms");
    }
}
