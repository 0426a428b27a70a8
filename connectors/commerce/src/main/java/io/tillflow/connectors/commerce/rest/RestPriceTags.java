package io.tillflow.connectors.commerce.rest;

import io.tillflow.connectors.commerce.NewPrice;
import io.tillflow.connectors.commerce.PriceAnswer;
import io.tillflow.connectors.commerce.PriceNow;
import io.tillflow.connectors.commerce.PriceTags;
import io.tillflow.connectors.provider.EffectKey;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Speaks to the storefront's service interface about prices. */
public final class RestPriceTags implements PriceTags {
    private final RestClient http;

    /**
     * @param timeout how long one answer may take
     */
    public RestPriceTags(URI shop, String serviceToken, Duration timeout) {
        http = ShopCalls.client(shop, serviceToken, timeout);
    }

    @Override
    public Optional<PriceNow> read(String sku) {
        return ShopCalls.answer("the price of " + sku, () -> {
            try {
                return Optional.of(Objects.requireNonNull(
                        http.get().uri("/prices/{sku}", sku).retrieve().body(PriceNow.class)));
            } catch (HttpClientErrorException.NotFound unknown) {
                return Optional.empty();
            }
        });
    }

    @Override
    public PriceAnswer set(String sku, NewPrice price, EffectKey key) {
        return ShopCalls.answer("a new price of " + sku, () -> {
            try {
                http.post()
                        .uri("/prices/{sku}", sku)
                        .header("Idempotency-Key", key.value())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(price)
                        .retrieve()
                        .toBodilessEntity();
                return new PriceAnswer.Set();
            } catch (HttpClientErrorException.NotFound unknown) {
                return new PriceAnswer.Unknown();
            } catch (HttpClientErrorException.UnprocessableContent wrong) {
                throw new IllegalStateException(
                        "the shop does not take a new price of " + sku + ": "
                                + why(wrong.getResponseBodyAs(Problem.class)),
                        wrong);
            } catch (HttpClientErrorException.Conflict planned) {
                return new PriceAnswer.Refused(why(planned.getResponseBodyAs(Problem.class)));
            }
        });
    }

    private record Problem(@Nullable String detail) {}

    private static String why(@Nullable Problem problem) {
        return problem == null || problem.detail() == null ? "the shop refused it" : problem.detail();
    }
}
