package io.tillflow.connectors.messaging;

import io.tillflow.connectors.provider.OutcomeUnknown;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Calls of providers that know no key: whoever was reached may have acted, whoever was not has done nothing. */
public final class Hand {
    private Hand() {}

    public static RestClient client(Duration timeout) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build());
        requests.setReadTimeout(timeout);
        return RestClient.builder().requestFactory(requests).build();
    }

    /** What a call without an answer means. */
    public static RuntimeException noAnswer(String provider, ResourceAccessException trouble) {
        for (Throwable link = trouble; link != null; link = link.getCause()) {
            if (link instanceof ConnectException
                    || link instanceof HttpConnectTimeoutException
                    || link instanceof UnresolvedAddressException) {
                return new ProviderUnavailable("expected to reach " + provider + ", but could not", trouble);
            }
        }
        return new OutcomeUnknown("expected " + provider + " to answer, but it fell silent");
    }
}
