package io.tillflow.connectors.commerce.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.Booked;
import io.tillflow.connectors.commerce.PurchaseNews;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.PurchaseState;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestSupplyTest {
    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final EffectKey KEY = new EffectKey("6d0/book-in-goods/1");

    private RestSupply supply() {
        return new RestSupply(
                URI.create("http://127.0.0.1:" + SHOP.getPort()), "token-of-the-service", Duration.ofSeconds(20));
    }

    @Test
    void tellsWhatIsOnItsWay() {
        SHOP.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        assertThat(supply().show(
                                "6d0",
                                new PurchaseNews("MUG", "nordform", PurchaseState.PLACED, 24, 1440L, "EUR", null),
                                KEY))
                .isTrue();
        SHOP.verify(putRequestedFor(urlEqualTo("/api/v1/service/purchases/6d0"))
                .withHeader("Authorization", equalTo("Bearer token-of-the-service"))
                .withHeader("Idempotency-Key", equalTo(KEY.value()))
                .withRequestBody(equalToJson("""
                        {"sku": "MUG", "supplier": "nordform", "state": "PLACED", "quantity": 24, "unitPrice": 1440, "currency": "EUR", "expectedOn": null}""")));
    }

    @Test
    void hearsThatWhatIsPlannedIsNotNeeded() {
        SHOP.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(409)));
        PurchaseNews planned = new PurchaseNews("MUG", "nordform", PurchaseState.PLANNED, 24, null, "EUR", null);
        assertThat(supply().show("6d0", planned, KEY)).isFalse();
    }

    @Test
    void booksGoodsIn() {
        SHOP.stubFor(any(anyUrl()).willReturn(okJson("{\"received\": 20, \"missing\": 4}")));
        assertThat(supply().bookIn("6d0", 20, KEY)).isEqualTo(new Booked(20, 4));
        SHOP.verify(postRequestedFor(urlEqualTo("/api/v1/service/purchases/6d0/receipt"))
                .withRequestBody(equalToJson("{\"delivered\": 20}")));
    }

    @Test
    void hasTheShopLook() {
        SHOP.stubFor(any(anyUrl()).willReturn(okJson("{\"told\": 3}")));
        assertThat(supply().lookForLowStock(null)).isEqualTo(3);
        assertThat(supply().lookForLowStock("MUG")).isEqualTo(3);
        SHOP.verify(postRequestedFor(urlEqualTo("/api/v1/service/stock/low"))
                .withRequestBody(equalToJson("{\"sku\": \"MUG\"}")));
    }

    @Test
    void aShopInTroubleIsTriedAgain() {
        SHOP.stubFor(any(anyUrl()).willReturn(serverError()));
        assertThatThrownBy(() -> supply().bookIn("6d0", 20, KEY)).isInstanceOf(ProviderUnavailable.class);
    }
}
