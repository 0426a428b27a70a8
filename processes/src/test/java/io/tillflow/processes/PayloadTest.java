package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void missingVariableIsNamed() {
        assertThatThrownBy(() -> JSON.readValue("""
                        {"orderId": "7f3", "service": "express", "effectKey": "7f3/create-shipment/1"}""", CreateShipment.class))
                .hasMessageContaining("expected the variable carrier, but it is missing");
    }

    @Test
    void amountOfNothingIsRefused() {
        assertThatThrownBy(() -> new CapturePayment("7f3", "payment-1", 0, "EUR", "7f3/capture-payment/1"))
                .hasMessage("expected an amount in minor units above 0, but it is 0");
    }

    @Test
    void orderWithoutPaymentCanBeVoided() throws Exception {
        assertThat(JSON.readValue("""
                        {"orderId": "7f3", "paymentId": null, "effectKey": "7f3/void-payment/1"}""", VoidPayment.class))
                .isEqualTo(new VoidPayment("7f3", null, "7f3/void-payment/1"));
    }

    @Test
    void factsOfALetterMayBeUnknown() throws Exception {
        assertThat(JSON.readValue("""
                        {"orderId": "7f3", "template": "payment-link", "facts": {"declineReason": null}, "effectKey": "k"}""", SendEmail.class).facts()).hasSize(1).containsEntry("declineReason", null);
    }

    @Test
    void stateOfAnOrderIsOneTheShopKnows() {
        assertThatThrownBy(() -> JSON.convertValue(
                        Map.of("orderId", "7f3", "state", "VANISHED", "effectKey", "k"), UpdateOrder.class))
                .hasMessageContaining("VANISHED");
    }
}
