package io.tillflow.connectors.commerce.rest;

import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.plumbing.Calls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** How the shop's service interface is called, and what its refusals mean. */
final class ShopCalls {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int TOO_MANY_REQUESTS = 429;

    private ShopCalls() {}

    /**
     * @param timeout how long one answer may take
     */
    static RestClient client(URI shop, String serviceToken, Duration timeout) {
        return RestClient.builder()
                .baseUrl(shop + "/api/v1/service")
                .defaultHeader("Authorization", "Bearer " + serviceToken)
                .requestFactory(Calls.within(CONNECT, timeout))
                .build();
    }

    /** Passing trouble becomes {@link ProviderUnavailable}; what the shop refuses goes on as it is. */
    static <T> T answer(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (ResourceAccessException e) {
            throw new ProviderUnavailable("expected the shop to answer for " + what + ", but it did not", e);
        } catch (HttpServerErrorException e) {
            throw new ProviderUnavailable(
                    "expected the shop to answer for " + what + ", but it said "
                            + e.getStatusCode().value(),
                    e);
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode().value() == TOO_MANY_REQUESTS) {
                throw new ProviderUnavailable("expected the shop to take " + what + ", but it has too much to do", e);
            }
            throw new IllegalStateException(
                    "expected the shop to accept " + what + ", but it said "
                            + e.getStatusCode().value(),
                    e);
        } catch (RestClientException e) {
            if (brokenOff(e)) {
                throw new ProviderUnavailable(
                        "expected the shop to answer for " + what + ", but its answer broke off", e);
            }
            throw e;
        }
    }

    /** An answer that is no JSON has no such cause. */
    private static boolean brokenOff(RestClientException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }

    /** False when the shop answers with a conflict of this kind: that is no trouble of the shop. */
    static boolean takenUnless(String conflict, String what, Runnable call) {
        return answer(what, () -> {
            try {
                call.run();
                return true;
            } catch (HttpClientErrorException.Conflict e) {
                ConflictProblem problem = ConflictProblem.of(e);
                if (!problem.kind().equals(conflict)) {
                    throw problem.unexpected(conflict);
                }
                return false;
            }
        });
    }
}
