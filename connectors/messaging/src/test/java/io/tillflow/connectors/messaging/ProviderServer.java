package io.tillflow.connectors.messaging;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A server that stands for a provider's. */
public final class ProviderServer {
    private ProviderServer() {}

    public static WireMockServer start() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    public static URI address(WireMockServer server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** A field of a form, as it was meant. */
    public static String field(LoggedRequest request, String name) {
        return Arrays.stream(request.getBodyAsString().split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    public static List<LoggedRequest> requests(WireMockServer server) {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList();
    }
}
