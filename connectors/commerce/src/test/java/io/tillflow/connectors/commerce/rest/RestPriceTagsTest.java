package io.tillflow.connectors.commerce.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.NewPrice;
import io.tillflow.connectors.commerce.PriceAnswer;
import io.tillflow.connectors.commerce.PriceNow;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestPriceTagsTest {
    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final EffectKey KEY = new EffectKey("pattern-1/set-price/1");
    private static final NewPrice PRICE = new NewPrice(900, 14, "End of the season", "Saisonende");

    private RestPriceTags prices = new RestPriceTags(URI.create("http://localhost"), "", Duration.ZERO);

    @BeforeEach
    void reachTheShop() {
        prices = new RestPriceTags(
                URI.create("http://127.0.0.1:" + SHOP.getPort()), "token-of-the-service", Duration.ofMillis(500));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SHOP.stubFor(any(anyUrl()).willReturn(answer));
    }

    @Test
    void readsWhatAnArticleCosts() {
        answers(aResponse().withHeader("Content-Type", "application/json").withBody("""
                {"price": 1000, "currency": "EUR", "lowest": 800, "until": "2026-03-02T12:00:00Z"}"""));
        assertThat(prices.read("UM-1-A"))
                .contains(new PriceNow(1000, "EUR", 800, Instant.parse("2026-03-02T12:00:00Z")));
        answers(aResponse().withStatus(404));
        assertThat(prices.read("NOTHING")).isEmpty();
    }

    @Test
    void setsAPriceUnderItsKey() {
        answers(aResponse().withStatus(204));
        assertThat(prices.set("UM-1-A", PRICE, KEY)).isEqualTo(new PriceAnswer.Set());
        SHOP.verify(postRequestedFor(urlEqualTo("/api/v1/service/prices/UM-1-A"))
                .withHeader("Idempotency-Key", equalTo(KEY.value()))
                .withHeader("Authorization", equalTo("Bearer token-of-the-service"))
                .withRequestBody(equalToJson("""
                        {"price": 900, "days": 14, "reason": "End of the season", "reasonDe": "Saisonende"}""")));
    }

    @Test
    void tellsRefusalsApartFromTrouble() {
        answers(aResponse()
                .withStatus(409)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\": \"not-planned\", \"detail\": \"Another price is planned.\"}"));
        assertThat(prices.set("UM-1-A", PRICE, KEY)).isEqualTo(new PriceAnswer.Refused("Another price is planned."));
        answers(aResponse().withStatus(404));
        assertThat(prices.set("UM-1-A", PRICE, KEY)).isEqualTo(new PriceAnswer.Unknown());
        answers(aResponse()
                .withStatus(422)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"detail\": \"This key stands for another price already.\"}"));
        assertThatThrownBy(() -> prices.set("UM-1-A", PRICE, KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stands for another price already");
        answers(aResponse().withStatus(503));
        assertThatThrownBy(() -> prices.set("UM-1-A", PRICE, KEY)).isInstanceOf(ProviderUnavailable.class);
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(() -> prices.read("UM-1-A")).isInstanceOf(ProviderUnavailable.class);
    }
}
