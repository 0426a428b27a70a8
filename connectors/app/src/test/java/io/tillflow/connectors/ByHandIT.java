package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.workers.MessagingWorkers;
import io.tillflow.connectors.workers.PaymentWorkers;
import io.tillflow.processes.CreatePaymentLink;
import io.tillflow.processes.EmailTemplate;
import io.tillflow.processes.SendEmail;
import io.tillflow.processes.Step;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Staff and automation do the same steps: whoever is first, and when both are at once, each is done once. */
class ByHandIT extends ByHandCase {
    @Test
    void moneyIsTakenOnceWhoeverIsFirst() throws Exception {
        assertThat(act("CAPTURE", "").path("way").asString()).isEqualTo("HAND");
        String receipt = automationCaptures();
        assertThat(act("CAPTURE", "").path("says").asString()).isEqualTo("€112.00");
        assertThat(automationCaptures()).isEqualTo(receipt);
        assertThat(count("sandbox_charge")).isEqualTo(1);
    }

    @Test
    void onlyWhatAChangedOrderCostsIsTakenAndItsShopperIsToldOnce() throws Exception {
        shop.knows(order, "mara-" + order + "@example.org", "10115", 9_000);
        String change = ", \"id\": \"" + UUID.randomUUID() + "\"";
        assertThat(act("CHANGE", change).path("way").asString()).isEqualTo("HAND");
        AtOnce.each(() -> act("CHANGE", change), () -> act("CHANGE", change));
        assertThat(letters()).containsExactly("Your order U-1001 was changed");
        automationCaptures();
        assertThat(one(Long.class, "select amount from connectors.sandbox_charge where reference = ?"))
                .isEqualTo(9_000);
    }

    @Test
    void anExchangeIsSentOnceWithItsDifferenceWhoeverIsFirst() throws Exception {
        act("CAPTURE", "");
        String exchange = ", \"returnId\": \"" + back + "\", \"weightGrams\": 900";
        AtOnce.each(() -> sendExchange(exchange), this::automationReplaces);
        assertThat(sendExchange(exchange).path("says").asString()).contains(automationReplaces());
        assertThat(one(
                        Long.class,
                        "select count(*) from connectors.sandbox_shipment where reference = '" + back
                                + "' and ? is not null"))
                .isEqualTo(1);
        assertThat(database.sql("select amount from connectors.sandbox_refund where payment_id = :payment")
                        .param("payment", payment)
                        .query(Long.class)
                        .list())
                .containsExactly(500L);
        assertThat(letters()).hasSize(1);
    }

    /** The bank refused at first: nothing leaves whose difference could not go back. */
    @Test
    void anExchangeIsNotSentBeforeTheMoneyWasTakenThatItGivesBack() throws Exception {
        String exchange = ", \"returnId\": \"" + back + "\", \"weightGrams\": 900";
        assertThat(send("EXCHANGE", exchange, payment).body()).contains("Take it first");
        assertThat(one(
                        Long.class,
                        "select count(*) from connectors.sandbox_shipment where reference = '" + back
                                + "' and ? is not null"))
                .isZero();
        act("CAPTURE", "");
        assertThat(sendExchange(exchange).path("way").asString()).isEqualTo("HAND");
    }

    /** The connectors were killed after opening a payment, and staff took things out before its job came again. */
    @Test
    void aLinkThatIsAskedForAgainOpensWhatAChangedOrderCosts() {
        CreatePaymentLink job = new CreatePaymentLink(order, null, TOTAL, "EUR", order + "/create-payment-link/1");
        PaymentWorkers worker = app.bean(PaymentWorkers.class);
        String first = worker.createLink(job).paymentId();
        assertThat(worker.createLink(job).paymentId()).isEqualTo(first);
        shop.knows(order, "mara-" + order + "@example.org", "10115", 9_000);
        String second = worker.createLink(job).paymentId();
        assertThat(worker.createLink(job).paymentId()).isEqualTo(second).isNotEqualTo(first);
        assertThat(database.sql("select amount from connectors.sandbox_payment where id = :id")
                        .param("id", second)
                        .query(Long.class)
                        .single())
                .isEqualTo(9_000);
    }

    @Test
    void anExchangeThatWasCalledOffOrReachesNobodyIsNotSent() throws Exception {
        act("CAPTURE", "");
        String exchange = ", \"returnId\": \"" + back + "\", \"weightGrams\": 900";
        shop.exchangeIsOff(back);
        assertThat(send("EXCHANGE", exchange, payment).body()).contains("called off");
        assertThat(count("sandbox_shipment")).isZero();
        assertThat(send("EXCHANGE", "", payment).statusCode()).isEqualTo(400);
    }

    @Test
    void moneyIsTakenOnceAlsoAtTheSameTime() throws Exception {
        AtOnce.each(() -> act("CAPTURE", ""), this::automationCaptures);
        assertThat(count("sandbox_charge")).isEqualTo(1);
    }

    @Test
    void aParcelLeavesOnceWithTheCarrierOfWhoWasFirst() throws Exception {
        assertThat(act("SHIP", ", \"carrier\": \"parcel\"").path("says").asString())
                .startsWith("parcel ")
                .endsWith(automationShips());
        assertThat(count("sandbox_shipment")).isEqualTo(1);
        assertThat(shop.statesOf(order)).containsExactly("SHIPPED");
    }

    @Test
    void theAutomationsParcelIsTheOneThatStaffGet() throws Exception {
        String number = automationShips();
        assertThat(act("SHIP", ", \"carrier\": \"parcel\"").path("says").asString())
                .isEqualTo("UPS " + number);
        assertThat(send("KEEP", "", payment).statusCode()).isEqualTo(409);
        assertThat(count("sandbox_shipment")).isEqualTo(1);
    }

    @Test
    void aParcelLeavesOnceAlsoAtTheSameTime() throws Exception {
        AtOnce.each(() -> act("SHIP", ", \"carrier\": \"parcel\""), this::automationShips);
        assertThat(count("sandbox_shipment")).isEqualTo(1);
    }

    @Test
    void moneyGoesBackOnceAndOneLetterSaysSo() throws Exception {
        act("CAPTURE", "");
        AtOnce.each(() -> refund(), this::automationRefunds);
        assertThat(refund().path("says").asString()).isEqualTo("€5.00");
        assertThat(automationRefunds()).isEqualTo("500");
        app.bean(MessagingWorkers.class)
                .sendEmail(new SendEmail(
                        order,
                        EmailTemplate.RETURN_REFUNDED,
                        Map.of("refundedAmount", "5.00 EUR"),
                        Step.SEND_RETURN_REFUND.effect(back, 1)));
        assertThat(database.sql("select amount from connectors.sandbox_refund where payment_id = :payment")
                        .param("payment", payment)
                        .query(Long.class)
                        .list())
                .containsExactly(500L);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        assertThat(send("SHIP", "", "pay_of_nobody").body()).contains("409", "pay_of_nobody");
        assertThat(send("SHIP", ", \"carrier\": \"Pigeon\"", payment).body()).contains("these do: ");
        assertThat(send("DANCE", "", payment).statusCode()).isEqualTo(400);
        assertThat(refundAnswer().statusCode()).isEqualTo(409);
        shop.knows(order, "mara@example.org", "00001");
        assertThat(send("SHIP", "", payment).body()).contains("No carrier goes to this address");
    }

    /** Its order is locked by then, so a refusal alone would leave it there with its money held. */
    @Test
    void whatTheCarrierRefusesIsToBeCalledOff() throws Exception {
        String mara = "mara-" + order + "@example.org";
        shop.knows(order, mara, "00001");
        assertThatThrownBy(this::automationShips).hasMessageContaining("no carrier");
        shop.knows(order, mara, "10115");
        assertThat(act("SHIP", "").toString())
                .contains("REFUSED", "ADDRESS_UNDELIVERABLE", "no carrier goes to this address");
        String because = ", \"reason\": \"ADDRESS_UNDELIVERABLE\"";
        assertThat(act("CANCEL", because).path("way").asString()).isEqualTo("HAND");
        act("CANCEL", because);
        assertThat(paymentStatus()).isEqualTo("VOIDED");
        assertThat(letters()).containsExactly("Your order U-1001 is cancelled");
    }

    @Test
    void aParcelThatStaffKeepHereNeverLeaves() throws Exception {
        act("KEEP", "");
        assertThatThrownBy(this::automationShips).hasMessageContaining("keep its parcel here");
        assertThat(act("SHIP", "").path("callOff").asString()).isEqualTo("ADDRESS_UNDELIVERABLE");
    }

    @Test
    void aLetterThatNobodyTakesKeepsNothingFromBeingDone() throws Exception {
        database.sql("insert into connectors.letter values (default, ?, ?, 'any', 'REFUSED', 'code 550', 1, now())")
                .params(Step.SEND_CANCELLATION.effect(order, 1), order)
                .update();
        assertThat(act("CANCEL", SHOP).path("says").asString()).contains("not be sent");
        assertThat(paymentStatus()).isEqualTo("VOIDED");
    }

    /** Of another provider than the one that is asked now: nothing is held with it, and the shopper is written to. */
    @Test
    void aPaymentThatNobodyKnowsIsLetGoOf() throws Exception {
        String id = ", \"id\": \"" + UUID.randomUUID() + "\"";
        act("CHANGE", id + ", \"formerPaymentId\": \"pay_of_nobody\"");
        act("CHANGE_OFF", id + ", \"openedPaymentId\": \"pay_of_nobody\", \"reason\": \"CHANGE_UNPAID\"");
        assertThat(letters()).containsExactly("Your order U-1001 was changed", "Your order U-1001 stays as it was");
    }

    @Test
    void aCancellationIsLeftToAnInstanceThatWaitsForIt() throws Exception {
        place();
        await().atMost(OrderJourneyIT.PATIENCE).until(() -> one(Boolean.class, """
                        select exists (select from history.message_subscription
                         where correlation_key = ? and name = 'order-cancel-requested' and state = 'OPEN')
                        """));
        assertThat(act("CANCEL", SHOP).path("way").asString()).isEqualTo("AUTOMATION");
        assertThat(act("CANCEL", SHOP + ", \"atOnce\": true").path("way").asString())
                .isEqualTo("HAND");
        event("order-cancel-requested", "{\"cancellation\": {\"reason\": \"SHOP\"}}");
        awaitCompleted();
        assertThat(paymentStatus()).isEqualTo("VOIDED");
        assertThat(letters()).containsExactly("Your order U-1001 is cancelled");
    }

    /** Staff do the whole order; then it is switched on, and what was held back finds everything done. */
    @Test
    void anAutomationThatWasOffSkipsWhatStaffDidMeanwhile() throws Exception {
        app.put("/api/v1/automations/order-fulfilment", "{\"state\": \"off\", \"reason\": \"test\", \"by\": \"ida\"}");
        try {
            place();
            act("SHIP", ", \"carrier\": \"parcel\"");
            act("CAPTURE", "");
            event("order-shipped-by-hand", "{\"staff\": {\"act\": \"a1\"}}");
        } finally {
            app.put("/api/v1/automations/order-fulfilment", "{\"state\": \"on\", \"by\": \"ida\"}");
        }
        assertThat(app.send("POST", "/api/v1/automations/order-fulfilment/unwanted/publication", "")
                        .statusCode())
                .isEqualTo(200);
        awaitCompleted();
        assertThat(count("sandbox_charge")).isEqualTo(1);
        assertThat(count("sandbox_shipment")).isEqualTo(1);
        assertThat(shop.statesOf(order)).startsWith("SHIPPED").endsWith("DELIVERED", "COMPLETED");
    }
}
