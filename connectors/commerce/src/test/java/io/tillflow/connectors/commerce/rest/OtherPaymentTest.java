package io.tillflow.connectors.commerce.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.PaymentLinkForOrder;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order that was paid anew keeps that payment: whoever brings another one looks again. */
class OtherPaymentTest {
    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @ParameterizedTest
    @CsvSource({"other-payment, true", "something-else, false"})
    void onlyThatOnePasses(String conflict, boolean passes) {
        SHOP.stubFor(put(urlEqualTo("/api/v1/service/orders/7f3/payment"))
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\": \"" + conflict + "\"}")));
        RestShop shop = new RestShop(URI.create("http://127.0.0.1:" + SHOP.getPort()), "t", Duration.ofSeconds(5));
        PaymentLinkForOrder link = new PaymentLinkForOrder("pay_2", "/pay", "pay_1");
        assertThatThrownBy(() -> shop.linkPayment("7f3", link, new EffectKey("7f3/create-payment-link/2")))
                .isInstanceOf(passes ? ProviderUnavailable.class : IllegalStateException.class);
    }
}
