package io.tillflow.connectors.http;

import io.tillflow.connectors.http.GuardedResolver.PrivateAddress;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** Sends requests to allowed hosts on public addresses, follows few redirects under the same rules, reads no more than allowed. */
final class WebClient implements AutoCloseable {
    private static final int REDIRECTS = 3;

    private final HttpSettings settings;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("http-deadlines").unstarted(task));

    WebClient(HttpSettings settings, DnsResolver names) {
        this.settings = settings;
        Timeout timeout = Timeout.of(settings.timeout());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(settings, names))
                        .setMaxConnPerRoute(20)
                        .setMaxConnTotal(100)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setUserAgent("Tillflow")
                .build();
    }

    /** Sends it and follows redirects; credentials never go along to another host. */
    Answer send(Exchange exchange) {
        long end = System.nanoTime() + settings.timeout().toNanos();
        Exchange next = exchange;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Answer answer = once(next, end);
            String location = answer.header("location");
            if (answer.status() < 300 || answer.status() >= 400 || location == null) {
                return answer;
            }
            next = redirected(next, answer.status(), location);
        }
        throw new IllegalStateException(
                "expected " + exchange.where() + " to answer, but it redirected more than " + REDIRECTS + " times");
    }

    private static Exchange redirected(Exchange from, int status, String location) {
        URI to = from.uri().resolve(location.strip());
        boolean sameHost = to.getRawAuthority() != null
                && to.getRawAuthority().equals(from.uri().getRawAuthority());
        boolean again = status == 307 || status == 308 || from.method().equals("GET");
        return new Exchange(
                again ? from.method() : "GET",
                to,
                sameHost && to.getScheme().equals(from.uri().getScheme()) ? from.headers() : Map.of(),
                again && sameHost ? from.body() : null,
                from.contentType());
    }

    private Answer once(Exchange exchange, long end) {
        check(exchange.uri());
        HttpUriRequestBase request = new HttpUriRequestBase(exchange.method(), exchange.uri());
        exchange.headers().forEach(request::setHeader);
        if (exchange.body() != null) {
            request.setEntity(new StringEntity(
                    exchange.body(), ContentType.create(exchange.contentType(), StandardCharsets.UTF_8)));
        }
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> read(exchange, response));
        } catch (PrivateAddress refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        } catch (IOException e) {
            if (e.getCause() instanceof PrivateAddress refused) {
                throw new IllegalStateException(refused.getMessage(), refused);
            }
            throw new ProviderUnavailable(
                    "expected " + exchange.where() + " to answer within "
                            + settings.timeout().toMillis() + " ms, but: " + e.getMessage(),
                    e);
        } finally {
            deadline.cancel(false);
        }
    }

    private void check(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if ((!scheme.equals("https") && !scheme.equals("http")) || host == null || uri.getUserInfo() != null) {
            throw new IllegalStateException(
                    "expected an address like https://host/path without a user in it, but got another");
        }
        if (!settings.allows(host)) {
            throw new IllegalStateException("expected a host that connectors may call, but " + host
                    + " is not on the list: an administrator adds it to TILLFLOW_HTTP_ALLOWED_HOSTS");
        }
    }

    private Answer read(Exchange exchange, ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        String body = response.getEntity() == null
                ? ""
                : body(exchange, response.getEntity().getContent());
        return new Answer(response.getCode(), headers, body);
    }

    private String body(Exchange exchange, InputStream content) throws IOException {
        byte[] part = new byte[8_192];
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
            whole.write(part, 0, read);
            if (whole.size() > settings.largestBytes()) {
                throw new TooLarge("expected " + exchange.where() + " to answer at most " + settings.largestBytes()
                        + " bytes, but it sends more; ask for less or page through it");
            }
        }
        return whole.toString(StandardCharsets.UTF_8);
    }

    /** An answer that is larger than what is read. */
    static final class TooLarge extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
