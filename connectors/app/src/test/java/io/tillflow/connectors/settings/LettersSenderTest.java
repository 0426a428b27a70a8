package io.tillflow.connectors.settings;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.tillflow.connectors.commerce.rest.RestShop;
import io.tillflow.connectors.messaging.letter.Sender;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LettersSenderTest {
    private static final String PATH = "/api/v1/service/shop";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void isTheShopAsItSaysAndAsItSaidLastWhileItIsAway() {
        server.stubFor(get(urlEqualTo(PATH)).willReturn(serverError()));
        LettersSender sender = sender();
        assertThatThrownBy(sender::get).as("a letter waits").isInstanceOf(ProviderUnavailable.class);
        server.stubFor(get(urlEqualTo(PATH)).willReturn(okJson("{\"name\":\"Alder\",\"foot\":[\"Quay 4\"]}")));
        assertThat(sender.get()).isEqualTo(new Sender("Alder", List.of("Quay 4")));
        server.stubFor(get(urlEqualTo(PATH)).willReturn(okJson("{\"name\":\"Birch\",\"foot\":[]}")));
        assertThat(sender.get().name()).as("asked once a minute").isEqualTo("Alder");
        server.stubFor(get(urlEqualTo(PATH)).willReturn(serverError()));
        later();
        assertThat(sender.get().name()).isEqualTo("Alder");
    }

    private void later() {
        now.updateAndGet(at -> at.plus(Duration.ofSeconds(61)));
    }

    private LettersSender sender() {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return new LettersSender(
                new RestShop(URI.create("http://127.0.0.1:" + server.port()), "t", Duration.ofSeconds(2)), clock);
    }
}
