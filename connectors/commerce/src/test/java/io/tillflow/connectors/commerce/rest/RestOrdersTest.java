package io.tillflow.connectors.commerce.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.commerce.Orders;
import io.tillflow.connectors.commerce.OrdersContract;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our own shop's orders. */
class RestOrdersTest extends OrdersContract {
    private static final FakeStorefront STOREFRONT = new FakeStorefront();

    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options()
                    .dynamicPort()
                    .bindAddress("127.0.0.1")
                    .extensions(STOREFRONT))
            .build();

    @BeforeEach
    void answerAsTheStorefront() {
        SHOP.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("storefront")));
    }

    @Override
    protected Orders orders() {
        return new RestShop(URI.create("http://127.0.0.1:" + SHOP.getPort()), "token", Duration.ofSeconds(5));
    }

    @Override
    protected String paidOrder() {
        String id = UUID.randomUUID().toString();
        STOREFRONT.knows(id);
        return id;
    }

    @Override
    protected String unknownOrder() {
        return "0b7";
    }

    @Override
    protected List<String> notes(String order) {
        return STOREFRONT.notes(order);
    }

    @Override
    protected int parcels(String order) {
        return STOREFRONT.parcels(order);
    }

    @Override
    protected void goAway() {
        SHOP.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
    }

    @Override
    protected void beBusy() {
        SHOP.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429)));
    }

    @Override
    protected void loseTheNextAnswer() {
        STOREFRONT.loseTheNextAnswer();
    }
}
