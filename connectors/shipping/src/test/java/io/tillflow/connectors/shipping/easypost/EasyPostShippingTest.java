package io.tillflow.connectors.shipping.easypost;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.shipping.Recipient;
import io.tillflow.connectors.shipping.ReturnRequest;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentRequest;
import io.tillflow.connectors.shipping.Shipping;
import io.tillflow.connectors.shipping.ShippingContract;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EasyPostShippingTest extends ShippingContract {
    private static final FakeEasyPost EASY_POST = new FakeEasyPost();
    private static final WireMockServer SERVER = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .extensions(EASY_POST));
    private static final Recipient SENDER = new Recipient("Ullmere", "Dock Road 3", "", "20457", "Hamburg", "DE");

    private final Shipping shipping = new EasyPostShipping(
            URI.create("http://127.0.0.1:" + port()), () -> "EZTK1", SENDER, Duration.ofSeconds(5), Clock.systemUTC());

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
    void answerAsEasyPost() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("easypost")));
    }

    @Override
    protected Shipping shipping() {
        return shipping;
    }

    @Override
    protected String undeliverablePostcode() {
        return "99999";
    }

    @Override
    protected void deliver(Shipment shipment) {
        EASY_POST.deliver(shipment.id());
    }

    @Test
    void sendsOurKeyAsReferenceOurWeightInOuncesAndBuysOnce() {
        shipped("10115");
        shipped("10115");
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/v2/shipments"))
                        .withBasicAuth(new BasicCredentials("EZTK1", ""))
                        .withRequestBody(
                                matchingJsonPath("$.shipment[?(@.reference == '" + order + ":create-shipment:1')]"))
                        .withRequestBody(matchingJsonPath("$.shipment.parcel[?(@.weight == 42.3)]"))
                        .withRequestBody(matchingJsonPath("$.shipment.from_address[?(@.city == 'Hamburg')]")));
        SERVER.verify(1, postRequestedFor(urlPathMatching("/v2/shipments/shp_[a-f0-9]+/buy")));
    }

    @Test
    void anAnswerThatDoesNotComeWholeIsPassingTrouble() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        assertThatThrownBy(() -> shipping.ship(request("10115"), key())).isInstanceOf(ProviderUnavailable.class);
        answerAsEasyPost();
        shipped("10115");
        shipped("10115");
        SERVER.verify(1, postRequestedFor(urlPathMatching("/v2/shipments/shp_[a-f0-9]+/buy")));
    }

    @Test
    void takesTheCheapestOfTheCarrierAndTheQuickestForExpress() {
        assertThat(shipped("10115").service()).isEqualTo("Economy");
        ShipmentRequest express = new ShipmentRequest(
                order + "x", "DHL", "express", request("10115").recipient(), 1200);
        assertThat(shipping.ship(express, key()))
                .hasToString(shipping.ship(express, key()).toString());
        assertThat(shipping.ship(express, key()).toString()).contains("Worldwide");
    }

    @Test
    void aParcelIsFetchedWhereItsThingsLie() {
        Recipient north = new Recipient("North", "Kai 1", "", "28195", "Bremen", "DE");
        ShipmentRequest fromNorth =
                new ShipmentRequest(order, "DHL", "parcel", request("10115").recipient(), 1200, north);
        shipping.ship(fromNorth, key());
        SERVER.verify(postRequestedFor(urlEqualTo("/v2/shipments"))
                .withRequestBody(matchingJsonPath("$.shipment.from_address[?(@.city == 'Bremen')]"))
                .withRequestBody(matchingJsonPath("$.shipment.from_address[?(@.name != 'North')]")));
    }

    @Test
    void aCarrierThatIsNotConnectedIsNamedWithTheRemedy() {
        ShipmentRequest strange =
                new ShipmentRequest(order, "Hermes", "parcel", request("10115").recipient(), 1200);
        assertThatThrownBy(() -> shipping.ship(strange, key()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Hermes, but it offers DHLExpress, UPS")
                .hasMessageNotContaining("Mara");
    }

    @Test
    void aReturnIsAskedForAsOne() {
        shipping.returnLabel(new ReturnRequest(order, request("10115").recipient(), 600), key());
        SERVER.verify(postRequestedFor(urlEqualTo("/v2/shipments"))
                .withRequestBody(matchingJsonPath("$.shipment[?(@.is_return == true)]"))
                .withRequestBody(matchingJsonPath("$.shipment.to_address[?(@.city == 'Berlin')]")));
    }

    @Test
    void tellsPassingTroubleFromWrongKeys() {
        answer(429);
        assertThatThrownBy(() -> shipped("10115"))
                .isInstanceOfSatisfying(
                        HeldBack.class, held -> assertThat(held.retryAfter()).contains(Duration.ofSeconds(9)));
        answer(502);
        assertThatThrownBy(() -> shipped("10115")).isInstanceOf(ProviderUnavailable.class);
        answer(401);
        assertThatThrownBy(() -> shipped("10115")).hasMessageContaining("EASYPOST_API_KEY");
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("<html>")));
        assertThatThrownBy(() -> shipped("10115"))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("in JSON");
    }

    private static void answer(int status) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withHeader("Retry-After", "9")));
    }
}
