package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Lets a shopper reach the sandbox's hosted card page, which listens on this machine only. Nothing else passes. */
@Controller
class SandboxProxy {
    private static final Set<String> BACK =
            Set.of("content-type", "location", "cache-control", "content-security-policy", "etag", "last-modified");

    private final ShopSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SandboxProxy(ShopSettings settings) {
        this.settings = settings;
    }

    @RequestMapping(
            path = "/sandbox/**",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> pass(HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body)
            throws InterruptedException {
        String path = request.getRequestURI();
        if (!harmless(path)) {
            throw new NotHere();
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        HttpRequest.Builder onward = HttpRequest.newBuilder(URI.create(base() + path + query))
                .timeout(Duration.ofSeconds(15))
                .method(
                        request.getMethod(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : new String[] {HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE}) {
            if (request.getHeader(name) != null) {
                onward.header(name, request.getHeader(name));
            }
        }
        try {
            return answer(client.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new PaymentsAway(e);
        }
    }

    private ResponseEntity<byte[]> answer(HttpResponse<byte[]> response) {
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(response.statusCode());
        response.headers().map().forEach((name, values) -> {
            if (BACK.contains(name.toLowerCase(Locale.ROOT))) {
                builder.header(name, values.stream().map(this::ownPath).toArray(String[]::new));
            }
        });
        return builder.body(response.body());
    }

    /** Back to the shop under the name the shopper came by, which need not be the public one. */
    private String ownPath(String value) {
        String shop = settings.publicUrl("/");
        return value.startsWith(shop) ? value.substring(shop.length() - 1) : value;
    }

    private String base() {
        return settings.connectorsUrl().toString().replaceAll("/$", "");
    }

    /** Plain letters only: no way to climb out of /sandbox by dots, escapes or parameters in the path. */
    static boolean harmless(String path) {
        return path.matches("/sandbox(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9]+)?)+");
    }

    /** The page to pay on can't be reached. */
    static class PaymentsAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PaymentsAway(Throwable cause) {
            super(cause);
        }
    }
}
