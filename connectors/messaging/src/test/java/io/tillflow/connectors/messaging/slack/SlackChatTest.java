package io.tillflow.connectors.messaging.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.tillflow.connectors.messaging.BreaksOff;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Messenger;
import io.tillflow.connectors.messaging.MessengerContract;
import io.tillflow.connectors.messaging.ProviderServer;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that answers as Slack documents its incoming webhooks. */
class SlackChatTest extends MessengerContract {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WireMockServer SERVER = ProviderServer.start();
    private static final String ROOM = ProviderServer.address(SERVER) + "/services/T0/B0/canary";
    private static final String GONE = ProviderServer.address(SERVER) + "/services/T0/B0/gone";

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void answerAsSlack() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("no_service")));
        SERVER.stubFor(post(urlEqualTo("/services/T0/B0/canary"))
                .withHeader("Content-Type", containing("application/json"))
                .willReturn(aResponse().withStatus(200).withBody("ok")));
    }

    @Override
    protected Messenger messenger() {
        Map<String, String> secrets = Map.of("{{secrets.ROOM}}", ROOM, "{{secrets.GONE}}", GONE);
        return new SlackChat(
                ProviderServer.address(SERVER),
                text -> secrets.getOrDefault(text, text),
                Duration.ofSeconds(5),
                Clock.systemUTC());
    }

    @Override
    protected String somebody() {
        return "{{secrets.ROOM}}";
    }

    @Override
    protected String nobody() {
        return "{{secrets.GONE}}";
    }

    @Override
    protected List<String> arrived() {
        return ProviderServer.requests(SERVER).stream()
                .filter(it -> it.getUrl().endsWith("/canary"))
                .map(it -> JSON.readTree(it.getBodyAsString()).path("text").asString(""))
                .toList();
    }

    @Test
    void anAnswerThatBreaksOffSaysByItsStatusWhatBecameOfTheMessage() {
        try (BreaksOff took = new BreaksOff(200);
                BreaksOff refused = new BreaksOff(404)) {
            assertThat(at(took).send(message("{{secrets.ROOM}}", "a"))).isEqualTo(new Handover.Accepted());
            assertThat(at(refused).send(message("{{secrets.ROOM}}", "a")))
                    .isEqualTo(new Handover.Refused("the chat will not take it: 404"));
        }
    }

    private static Messenger at(BreaksOff chat) {
        return new SlackChat(
                chat.address(), text -> chat.address() + "/services/T0", Duration.ofSeconds(5), Clock.systemUTC());
    }

    @Test
    void tellsPassingTroubleFromDoubt() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "30")));
        assertThatThrownBy(() -> messenger().send(message(somebody(), "a")))
                .isInstanceOfSatisfying(
                        HeldBack.class, held -> assertThat(held.retryAfter()).contains(Duration.ofSeconds(30)));
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(() -> messenger().send(message(somebody(), "b"))).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void callsNothingButTheChatAndKeepsTheAddressOutOfTheMessage() {
        for (String elsewhere : List.of(
                "http://169.254.169.254/latest",
                ProviderServer.address(SERVER) + ".evil.example/x",
                ROOM + " mistyped",
                "nonsense")) {
            assertThatThrownBy(() -> messenger().send(message(elsewhere, "a")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("TILLFLOW_CHAT_ENDPOINT")
                    .hasMessageNotContaining(elsewhere);
        }
        assertThat(ProviderServer.requests(SERVER)).isEmpty();
    }

    @Test
    void aLineEndBehindTheAddressDoesNoHarm() {
        assertThat(messenger().send(message(ROOM + "\n", "a"))).isInstanceOf(Handover.Accepted.class);
    }

    @Test
    void secretsThatCannotBeReadNowAreReadLater() {
        SlackChat chat = new SlackChat(
                ProviderServer.address(SERVER),
                text -> {
                    throw new IllegalStateException("the vault refuses the token");
                },
                Duration.ofSeconds(5),
                Clock.systemUTC());
        assertThatThrownBy(() -> chat.send(message(somebody(), "a"))).isInstanceOf(ProviderUnavailable.class);
    }
}
