package io.tillflow.plumbing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class CallsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static RestClient client(Duration answer) {
        return RestClient.builder().requestFactory(Calls.within(LONG, answer)).build();
    }

    private static ResponseEntity<String> post(Duration answer) {
        return client(answer)
                .post()
                .uri(SERVER.baseUrl() + "/charges")
                .body("{\"amount\": 1295}")
                .retrieve()
                .toEntity(String.class);
    }

    @Test
    void whatIsAskedAndAnsweredArrives() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201).withBody("taken")));
        assertThat(post(LONG).getBody()).isEqualTo("taken");
        SERVER.verify(postRequestedFor(urlEqualTo("/charges")).withRequestBody(equalTo("{\"amount\": 1295}")));
    }

    @Test
    void nothingIsAskedTwice() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        ResourceAccessException trouble = catchThrowableOfType(ResourceAccessException.class, () -> post(LONG));
        assertThat(Calls.unheard(trouble)).isFalse();
        SERVER.verify(1, anyRequestedFor(anyUrl()));
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "0")));
        assertThrows(
                HttpServerErrorException.ServiceUnavailable.class,
                () -> client(LONG).get().uri(SERVER.baseUrl()).retrieve().toBodilessEntity());
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void noRedirectIsFollowedAndNoCookieKept() {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", "/elsewhere")
                        .withHeader("Set-Cookie", "a=b")));
        RestClient client = client(LONG);
        for (int i = 0; i < 2; i++) {
            assertThat(client.get()
                            .uri(SERVER.baseUrl() + "/here")
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .isEqualTo(302);
        }
        assertThat(SERVER.getAllServeEvents())
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.getRequest().getUrl()).isEqualTo("/here"))
                .allSatisfy(e -> assertThat(e.getRequest().getCookies()).isEqualTo(Map.of()));
    }

    @Test
    void aSilentServerIsLeft() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
        ResourceAccessException trouble =
                catchThrowableOfType(ResourceAccessException.class, () -> post(Duration.ofMillis(200)));
        assertThat(Calls.unheard(trouble)).isFalse();
    }

    @Test
    void whatNeverReachedAServerIsToldApart() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        for (String server : new String[] {"http://127.0.0.1:" + free, "http://nobody.invalid"}) {
            ResourceAccessException trouble = catchThrowableOfType(
                    ResourceAccessException.class,
                    () -> client(LONG).get().uri(server).retrieve().toBodilessEntity());
            assertThat(Calls.unheard(trouble)).as(server).isTrue();
        }
    }
}
