package io.tillflow.connectors.commerce.rest;

import io.tillflow.connectors.commerce.Booked;
import io.tillflow.connectors.commerce.PurchaseNews;
import io.tillflow.connectors.commerce.Supply;
import io.tillflow.connectors.provider.EffectKey;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Speaks to the storefront's service interface about what is bought. */
public final class RestSupply implements Supply {
    private static final String KEY = "Idempotency-Key";

    private final RestClient http;

    /**
     * @param timeout how long one answer may take
     */
    public RestSupply(URI shop, String serviceToken, Duration timeout) {
        http = ShopCalls.client(shop, serviceToken, timeout);
    }

    @Override
    public boolean show(String requestId, PurchaseNews news, EffectKey key) {
        return ShopCalls.answer("state of purchase " + requestId, () -> granted(requestId, news, key));
    }

    private boolean granted(String requestId, PurchaseNews news, EffectKey key) {
        try {
            http.put()
                    .uri("/purchases/{id}", requestId)
                    .header(KEY, key.value())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(news)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.Conflict notNeeded) {
            return false;
        }
    }

    @Override
    public Booked bookIn(String requestId, int delivered, EffectKey key) {
        return ShopCalls.answer(
                "goods of purchase " + requestId,
                () -> Objects.requireNonNull(http.post()
                        .uri("/purchases/{id}/receipt", requestId)
                        .header(KEY, key.value())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("delivered", delivered))
                        .retrieve()
                        .body(Booked.class)));
    }

    private record Found(int told) {}

    @Override
    public int lookForLowStock(@Nullable String sku) {
        return ShopCalls.answer(
                "look for low stock",
                () -> Objects.requireNonNull(http.post()
                                .uri("/stock/low")
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(sku == null ? Map.of() : Map.of("sku", sku))
                                .retrieve()
                                .body(Found.class))
                        .told());
    }
}
