package io.tillflow.connectors.commerce.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClientException;

class ShopCallsTest {
    private static final String BEGINNING = "{\"id\": ";

    @Test
    void anAnswerThatBreaksOffIsAskedForAgain() throws IOException {
        try (ServerSocket shop = answering(BEGINNING.length() + 100)) {
            assertThatThrownBy(() -> ask(shop))
                    .isInstanceOf(ProviderUnavailable.class)
                    .hasMessageContaining("broke off");
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsAMatterForAPerson() throws IOException {
        try (ServerSocket shop = answering(BEGINNING.length())) {
            assertThatThrownBy(() -> ask(shop)).isInstanceOf(RestClientException.class);
        }
    }

    private static void ask(ServerSocket shop) {
        new RestShop(URI.create("http://127.0.0.1:" + shop.getLocalPort()), "token", Duration.ofSeconds(5))
                .facts("7f3");
    }

    /** A shop that says how long its answer is, begins it and hangs up. */
    private static ServerSocket answering(int length) throws IOException {
        ServerSocket shop = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket asked = shop.accept()) {
                byte[] question = new byte[8192];
                if (asked.getInputStream().read(question) > 0) {
                    asked.getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length
                                            + "\r\n\r\n" + BEGINNING)
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return shop;
    }
}
