package io.tillflow.connectors.data.analytics.posthog;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tillflow.connectors.data.analytics.Analytics;
import io.tillflow.connectors.data.analytics.AnalyticsContract;
import io.tillflow.connectors.data.analytics.EventQuestion;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostHogAnalyticsTest extends AnalyticsContract {
    private static final EventQuestion QUESTION = new EventQuestion("confirmed", NOON, NOON.plusSeconds(60));

    private static WireMockServer server;

    @BeforeAll
    static void start() {
        server = new WireMockServer(
                options().dynamicPort().bindAddress("127.0.0.1").extensions(new PostHogDouble()));
        server.start();
    }

    @BeforeEach
    void answerAsDocumented() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("posthog")));
    }

    @AfterEach
    void forget() {
        server.resetAll();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    protected Analytics analytics() {
        return with("phx_1");
    }

    private static PostHogAnalytics with(String personal) {
        return new PostHogAnalytics(
                new PostHogSettings(
                        URI.create("http://127.0.0.1:" + server.port()),
                        URI.create("http://127.0.0.1:" + server.port()),
                        "7",
                        Duration.ofSeconds(5)),
                new PostHogAnalytics.Keys(() -> "phc_1", () -> personal),
                Clock.systemUTC());
    }

    @Test
    void anAnswerThatDoesNotComeWholeIsPassingTrouble() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        assertThatThrownBy(() -> analytics().count(QUESTION)).isInstanceOf(ProviderUnavailable.class);
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"results\": [[")));
        assertThatThrownBy(() -> analytics().count(QUESTION)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void aKeyThatIsNotKnownSaysWhatToDoAndNeverItself() {
        assertThatThrownBy(() -> with("phx_canary").count(QUESTION))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("POSTHOG_PERSONAL_KEY")
                .hasMessageNotContaining("canary");
    }

    @Test
    void troubleIsTriedAgainLater() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(502)));
        assertThatThrownBy(() -> analytics().count(QUESTION)).isInstanceOf(ProviderUnavailable.class);
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "30")));
        assertThatThrownBy(() -> analytics().count(QUESTION)).isInstanceOf(HeldBack.class);
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("<html>")));
        assertThatThrownBy(() -> analytics().count(QUESTION)).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void anAnswerOfAnotherShapeIsAMistakeThatAPersonSees() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"results\": []}")));
        assertThatThrownBy(() -> analytics().count(QUESTION)).hasMessageContaining("to answer a count");
    }
}
