package io.tillflow.connectors.messaging.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tillflow.connectors.messaging.BreaksOff;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.Messenger;
import io.tillflow.connectors.messaging.MessengerContract;
import io.tillflow.connectors.messaging.ProviderServer;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as Twilio's Messages API documents it. */
class TwilioSmsTest extends MessengerContract {
    private static final WireMockServer SERVER = ProviderServer.start();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void answerAsTwilio() {
        SERVER.resetAll();
        String messages = "/2010-04-01/Accounts/AC1/Messages.json";
        SERVER.stubFor(post(urlEqualTo(messages))
                .withBasicAuth("AC1", "token")
                .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                .willReturn(aResponse().withStatus(201).withBody("{\"sid\": \"SM1\", \"status\": \"queued\"}")));
        SERVER.stubFor(post(urlEqualTo(messages))
                .withRequestBody(containing("To=%2B15005550001"))
                .willReturn(aResponse().withStatus(400).withBody("""
                        {"code": 21211, "message": "Invalid 'To' Phone Number: +15005550001",
                         "more_info": "https://www.twilio.com/docs/errors/21211", "status": 400}""")));
    }

    private static Messenger twilio(URI endpoint) {
        return new TwilioSms(
                endpoint,
                () -> new TwilioSms.Account("AC1", "token", "+15017122661"),
                Duration.ofSeconds(5),
                Clock.systemUTC());
    }

    @Override
    protected Messenger messenger() {
        return twilio(ProviderServer.address(SERVER));
    }

    @Override
    protected String somebody() {
        return "+4915112345678";
    }

    @Override
    protected String nobody() {
        return "+15005550001";
    }

    @Override
    protected List<String> arrived() {
        return ProviderServer.requests(SERVER).stream()
                .filter(it -> ProviderServer.field(it, "To").equals(somebody()))
                .filter(it -> ProviderServer.field(it, "From").equals("+15017122661"))
                .map(it -> ProviderServer.field(it, "Body"))
                .toList();
    }

    @Test
    void tellsPassingTroubleFromDoubtAndFromWrongCredentials() {
        answer(429, "7");
        assertThatThrownBy(() -> messenger().send(message(somebody(), "a")))
                .isInstanceOfSatisfying(
                        HeldBack.class, held -> assertThat(held.retryAfter()).contains(Duration.ofSeconds(7)));
        answer(503, "");
        assertThatThrownBy(() -> messenger().send(message(somebody(), "b"))).isInstanceOf(OutcomeUnknown.class);
        answer(401, "");
        assertThatThrownBy(() -> messenger().send(message(somebody(), "c")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TWILIO_AUTH_TOKEN");
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThatThrownBy(() -> messenger().send(message(somebody(), "d"))).isInstanceOf(OutcomeUnknown.class);
        Messenger away = twilio(URI.create("http://127.0.0.1:1"));
        assertThatThrownBy(() -> away.send(message(somebody(), "e")))
                .isInstanceOf(ProviderUnavailable.class)
                .isNotInstanceOf(HeldBack.class);
    }

    /** Its status is enough: what was taken is not sent again, and what was refused is no matter of doubt. */
    @Test
    void anAnswerThatBreaksOffSaysByItsStatusWhatBecameOfTheMessage() {
        try (BreaksOff took = new BreaksOff(201);
                BreaksOff refused = new BreaksOff(400)) {
            assertThat(twilio(took.address()).send(message(somebody(), "a"))).isEqualTo(new Handover.Accepted());
            assertThat(took.calls()).isEqualTo(1);
            assertThat(twilio(refused.address()).send(message(somebody(), "a")))
                    .isEqualTo(new Handover.Refused("Twilio will not take it: it said 400"));
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsARefusalAllTheSame() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("<html>")));
        assertThat(messenger().send(message(somebody(), "a")))
                .isEqualTo(new Handover.Refused("Twilio will not take it: it said 404"));
    }

    private static void answer(int status, String retryAfter) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Retry-After", retryAfter)));
    }
}
