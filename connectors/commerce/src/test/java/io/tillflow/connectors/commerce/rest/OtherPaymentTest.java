package io.tillflow.connectors.commerce.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.PaymentLinkForOrder;
import io.tillflow.connectors.provider.EffectKey;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An order that was paid anew keeps that payment: whoever brings another one looks again. */
class OtherPaymentTest {
    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void thatOneIsNoTroubleOfTheShopAndEveryOtherConflictIs() {
        RestShop shop = new RestShop(URI.create("http://127.0.0.1:" + SHOP.getPort()), "t", Duration.ofSeconds(5));
        PaymentLinkForOrder link = new PaymentLinkForOrder("pay_2", "/pay", "pay_1");
        EffectKey key = new EffectKey("7f3/create-payment-link/2");
        answers(200, "{}");
        assertThat(shop.linkPayment("7f3", link, key)).isTrue();
        answers(409, "{\"type\": \"other-payment\"}");
        assertThat(shop.linkPayment("7f3", link, key)).isFalse();
        answers(409, "{\"type\": \"something-else\"}");
        assertThatThrownBy(() -> shop.linkPayment("7f3", link, key)).isInstanceOf(IllegalStateException.class);
    }

    private static void answers(int status, String body) {
        SHOP.stubFor(put(urlEqualTo("/api/v1/service/orders/7f3/payment"))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(body)));
    }
}
