package io.tillflow.connectors.commerce.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClientException;

class ShopCallsTest {
    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static void ask(ResponseDefinitionBuilder answer) {
        SHOP.stubFor(any(anyUrl()).willReturn(answer));
        new RestShop(URI.create("http://127.0.0.1:" + SHOP.getPort()), "token", Duration.ofSeconds(5)).facts("7f3");
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgain() {
        assertThatThrownBy(() -> ask(okJson("{}").withFault(Fault.MALFORMED_RESPONSE_CHUNK)))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void anAnswerThatIsNoJsonIsAMatterForAPerson() {
        assertThatThrownBy(() -> ask(okJson("{\"id\": "))).isInstanceOf(RestClientException.class);
    }
}
