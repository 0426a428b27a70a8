package io.tillflow.connectors.suppliers.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.suppliers.Purchase;
import io.tillflow.connectors.suppliers.Suppliers;
import io.tillflow.connectors.suppliers.SuppliersContract;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestSuppliersTest extends SuppliersContract {
    private static final SupplierServiceDouble SERVICE = new SupplierServiceDouble();
    private static final WireMockServer SERVER = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .extensions(SERVICE));

    private final Suppliers suppliers = new RestSuppliers(
            URI.create("http://127.0.0.1:" + port()), () -> "tok-1", Duration.ofSeconds(5), Clock.systemUTC());

    @BeforeAll
    static void start() {
        port();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private static int port() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        return SERVER.port();
    }

    @BeforeEach
    void answerAsDocumented() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("supplier-service")));
    }

    @Override
    protected Suppliers suppliers() {
        return suppliers;
    }

    @Override
    protected String supplier() {
        return "any-mill";
    }

    @Override
    protected String supplierWithoutIt() {
        return "empty-shelf";
    }

    @Override
    protected String decliningSupplier() {
        return "closed-shop";
    }

    @Override
    protected void deliver(Purchase purchase) {
        SERVICE.deliver(purchase.id());
    }

    @Test
    void anAnswerThatDoesNotComeWholeIsPassingTrouble() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        assertThatThrownBy(() -> placed(supplier())).isInstanceOf(ProviderUnavailable.class);
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"id\": ")));
        assertThatThrownBy(() -> placed(supplier())).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void sendsOurTokenAndTheEffectKey() {
        placed(supplier());
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/orders"))
                        .withHeader("Authorization", equalTo("Bearer tok-1"))
                        .withHeader("Idempotency-Key", equalTo(reference + "/place-order/1")));
    }

    @Test
    void saysWhatItWouldNeedToHear() {
        everythingIsAnswered(aResponse().withStatus(401));
        assertThatThrownBy(() -> placed(supplier()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SUPPLIERS_TOKEN");
        everythingIsAnswered(aResponse().withStatus(404).withBody("<html>"));
        assertThatThrownBy(() -> quoted(supplier(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TILLFLOW_SUPPLIERS_URL");
        everythingIsAnswered(aResponse().withStatus(302).withHeader("Location", "http://10.0.0.1/"));
        assertThatThrownBy(() -> placed(supplier()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("302");
        everythingIsAnswered(aResponse().withBody("x".repeat(300_000)));
        assertThatThrownBy(() -> quoted(supplier(), 1)).hasMessageContaining("256000 bytes");
    }

    @Test
    void troubleThatPassesIsNoAnswer() {
        everythingIsAnswered(aResponse().withStatus(503));
        assertThatThrownBy(() -> placed(supplier())).isInstanceOf(ProviderUnavailable.class);
        everythingIsAnswered(aResponse().withStatus(409).withBody("{\"reason\": \"the first call is under way\"}"));
        assertThatThrownBy(() -> placed(supplier()))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("409");
        everythingIsAnswered(aResponse().withBody("<html>sorry</html>"));
        assertThatThrownBy(() -> placed(supplier()))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("JSON");
        everythingIsAnswered(aResponse().withStatus(429).withHeader("Retry-After", "7"));
        assertThatThrownBy(() -> placed(supplier()))
                .isInstanceOfSatisfying(
                        HeldBack.class, held -> assertThat(held.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unitPrice | {\"quantity\": 10, \"unitPrice\": \"9.99\", \"currency\": \"EUR\", \"leadDays\": 4}",
                "quantity | {\"quantity\": -1, \"unitPrice\": 900, \"currency\": \"EUR\", \"leadDays\": 4}",
                "leadDays | {\"quantity\": 10, \"unitPrice\": 900, \"currency\": \"EUR\"}",
                "USD | {\"quantity\": 10, \"unitPrice\": 900, \"currency\": \"USD\", \"leadDays\": 4}"
            })
    void aQuoteThatMakesNoSenseIsNoQuote(String named, String body) {
        everythingIsAnswered(aResponse().withBody(body));
        assertThatThrownBy(() -> quoted(supplier(), 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(named);
    }

    private static void everythingIsAnswered(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }
}
