package io.tillflow.plumbing;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * Calls to other servers, each in the thread that asks and once: nothing is repeated, redirected or remembered by itself.
 * Java's own client hands each call through three threads and ends each answer with five exceptions.
 */
public final class Calls {
    private static final int AT_ONCE = 64;
    /** Servers close what is idle after 15 s and more. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(10);
    /** What was idle that long is looked at before it is used: its server may have gone. */
    private static final TimeValue LOOKED_AT = TimeValue.ofMilliseconds(200);

    private Calls() {}

    /**
     * @param connect how long a server may take to be reached
     * @param answer how long it may be silent
     */
    public static ClientHttpRequestFactory within(Duration connect, Duration answer) {
        RequestConfig limits = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(answer))
                .setResponseTimeout(Timeout.of(answer))
                .build();
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .useSystemProperties()
                .setConnectionManager(connections(Timeout.of(connect), Timeout.of(answer)))
                .setKeepAliveStrategy((response, context) -> KEPT)
                .setDefaultRequestConfig(limits)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build());
    }

    private static HttpClientConnectionManager connections(Timeout connect, Timeout answer) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setMaxConnTotal(2 * AT_ONCE)
                .setMaxConnPerRoute(AT_ONCE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(answer)
                        .setValidateAfterInactivity(LOOKED_AT)
                        .build())
                .build();
    }

    /** Whether a call failed before its server could hear of it. */
    public static boolean unheard(Throwable trouble) {
        for (Throwable link = trouble; link != null; link = link.getCause()) {
            if (link instanceof ConnectException
                    || link instanceof ConnectTimeoutException
                    || link instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
