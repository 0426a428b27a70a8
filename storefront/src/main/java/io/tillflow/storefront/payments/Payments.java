package io.tillflow.storefront.payments;

import io.tillflow.plumbing.Calls;
import io.tillflow.storefront.ShopSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Opens payments, once for a key, and asks how they stand. */
@Component
public class Payments {
    private static final Logger log = LoggerFactory.getLogger(Payments.class);

    private final RestClient client;

    Payments(ShopSettings settings) {
        this.client = RestClient.builder()
                .requestFactory(Calls.within(Duration.ofSeconds(1), settings.paymentTimeout()))
                .baseUrl(settings.connectorsUrl().toString())
                .defaultHeaders(h -> h.setBearerAuth(settings.serviceToken()))
                .build();
    }

    private record Opened(String id, String url) {}

    /** How a payment stands at its provider. */
    public enum Status {
        OPEN,
        AUTHORISED,
        DECLINED,
        EXPIRED,
        CAPTURED,
        VOIDED,
        /** Its provider knows no such payment, so nothing is held with it. */
        UNKNOWN
    }

    private record Found(Status status) {}

    /** The order's id is the key. Empty when the payments are away: the order is placed all the same and a link follows by e-mail. */
    public Optional<PaymentLink> open(UUID orderId, long amount, String currency, String returnPath) {
        return open(orderId, orderId, amount, currency, returnPath);
    }

    /** Another payment of an order, with a key of its own. Empty when the payments are away. */
    public Optional<PaymentLink> open(UUID key, UUID orderId, long amount, String currency, String returnPath) {
        try {
            Opened opened = client.post()
                    .uri("/api/v1/payments")
                    .header("Idempotency-Key", key.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "reference", orderId.toString(),
                            "amount", amount,
                            "currency", currency,
                            "returnUrl", returnPath))
                    .retrieve()
                    .body(Opened.class);
            return Optional.ofNullable(opened).map(o -> new PaymentLink(o.id(), o.url()));
        } catch (RestClientException e) {
            log.warn("no payment is opened for order {}: {}", orderId, e.getMessage());
            return Optional.empty();
        }
    }

    /** Empty when nobody can tell right now. */
    public Optional<Status> status(String paymentId) {
        try {
            Found found = client.get()
                    .uri("/api/v1/payments/{id}", paymentId)
                    .retrieve()
                    .body(Found.class);
            return Optional.ofNullable(found).map(Found::status);
        } catch (HttpClientErrorException.NotFound unknown) {
            log.warn("nobody knows payment {}", paymentId);
            return Optional.of(Status.UNKNOWN);
        } catch (RestClientException e) {
            log.warn("nobody can tell how payment {} stands: {}", paymentId, e.getMessage());
            return Optional.empty();
        }
    }
}
