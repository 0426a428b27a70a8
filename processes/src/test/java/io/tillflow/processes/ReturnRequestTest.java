package io.tillflow.processes;

import static io.tillflow.processes.ReturnState.ACCEPTED;
import static io.tillflow.processes.ReturnState.EXCHANGED;
import static io.tillflow.processes.ReturnState.IN_REVIEW;
import static io.tillflow.processes.ReturnState.RECEIVED;
import static io.tillflow.processes.ReturnState.REFUNDED;
import static io.tillflow.processes.ReturnState.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Every way a return can go; the last test fails for each element and flow that none took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReturnRequestTest {
    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    /** The return carries its order's id here, so that one script serves both. */
    private PlayedOrder asked(String reason, long amount, int daysSince) {
        return asked(play.order(), reason, amount, daysSince, Map.of());
    }

    /** @param refund what an exchange gives back; none for the same price */
    private static PlayedOrder exchanged(PlayedOrder order, long refund) {
        Map<String, Object> exchange = Map.of("exchange", Map.of("items", 1, "weightGrams", 700, "refund", refund));
        return asked(order, "UNFITTING", 4200, 3, exchange).delivered();
    }

    private static PlayedOrder asked(
            PlayedOrder order, String reason, long amount, int daysSince, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("id", order.id());
        request.put("reason", reason);
        request.put("amount", amount);
        request.put("items", 1);
        request.put("weightGrams", 600);
        request.put("daysSince", daysSince);
        return order.hears(
                Message.RETURN_REQUESTED,
                Map.of(
                        "businessKey",
                        "T-1",
                        "order",
                        Map.of("id", order.id(), "number", "T-1", "currency", "EUR", "country", "DE"),
                        "payment",
                        Map.of("id", "payment-1"),
                        "request",
                        request));
    }

    private static void told(PlayedOrder order, ReturnState... states) {
        assertThat(order.jobs(JobType.COMMERCE_UPDATE_RETURN).stream()
                        .map(job -> ReturnState.valueOf(job.text("state"))))
                .containsExactly(states);
    }

    private static void refusedBecause(PlayedOrder order, String reason) {
        order.endedAt("return-refused");
        assertThat(order.jobs(JobType.COMMERCE_UPDATE_RETURN).getLast().variables())
                .containsEntry("reason", reason);
        assertThat(order.jobs(JobType.MESSAGING_SEND_EMAIL).getLast().variables())
                .containsEntry("facts", Map.of("reason", reason));
        assertThat(order.jobs(JobType.PAYMENTS_REFUND_PART)).isEmpty();
        assertThat(order.jobs(JobType.COMMERCE_RESTOCK_RETURN)).isEmpty();
    }

    @Test
    void smallReturnNeedsNoPerson() {
        PlayedOrder order =
                asked("CHANGED_MIND", 4200, 3).waitsAt("await-parcel").delivered();
        order.endedAt("return-refunded")
                .neverWent("review-return", "inspect-goods")
                .mailed(EmailTemplate.RETURN_LABEL, EmailTemplate.RETURN_REFUNDED);
        told(order, ACCEPTED, RECEIVED, REFUNDED);
        assertThat(order.jobs(JobType.PAYMENTS_REFUND_PART).getFirst().variables())
                .containsEntry("amount", 4200)
                .containsEntry("paymentId", "payment-1");
        assertThat(order.jobs(JobType.COMMERCE_RESTOCK_RETURN)).hasSize(1);
        assertThat(order.jobs(JobType.MESSAGING_SEND_EMAIL).getLast().variables())
                .containsEntry("facts", Map.of("refundedAmount", "42.00 EUR"));
    }

    @Test
    void aReturnInAnotherCurrencyIsJudgedByItsWorthAndPaidBackInFull() {
        PlayedOrder order = asked(play.order(), "CHANGED_MIND", 80_000, 3, Map.of("worth", 6957))
                .waitsAt("await-parcel")
                .delivered();
        order.endedAt("return-refunded").neverWent("review-return", "inspect-goods");
        assertThat(order.jobs(JobType.PAYMENTS_REFUND_PART).getFirst().variables())
                .containsEntry("amount", 80_000);
    }

    @Test
    void returnThatComesTooLateIsRefusedByTheTable() {
        PlayedOrder order = asked("CHANGED_MIND", 4200, 31);
        refusedBecause(order, "TOO_LATE");
        told(order, REFUSED);
        order.mailed(EmailTemplate.RETURN_REFUSED);
    }

    @Test
    void personAcceptsAndInspects() {
        PlayedOrder order = asked("CHANGED_MIND", 60_000, 3)
                .waitsAt("review-return")
                .person("review-return", "approve")
                .waitsAt("await-parcel")
                .delivered()
                .waitsAt("inspect-goods")
                .person("inspect-goods", "as-new")
                .endedAt("return-refunded");
        told(order, IN_REVIEW, ACCEPTED, RECEIVED, REFUNDED);
        assertThat(order.jobs(JobType.COMMERCE_RESTOCK_RETURN)).hasSize(1);
    }

    @Test
    void personRefuses() {
        PlayedOrder order = asked("OTHER", 4200, 3).person("review-return", "refuse");
        refusedBecause(order, ReturnRefusal.NOT_APPROVED);
        told(order, IN_REVIEW, REFUSED);
    }

    @Test
    void whatNobodyReviewsInTimeIsAccepted() {
        asked("DAMAGED", 4200, 3)
                .passes("P2D")
                .went("review-overdue", "create-return-label")
                .waitsAt("await-parcel");
    }

    @Test
    void damagedGoodsMayBeRefundedButAreNotSoldAgain() {
        PlayedOrder order = asked("CHANGED_MIND", 10_000, 3)
                .delivered()
                .person("inspect-goods", "damaged-refund")
                .endedAt("return-refunded");
        assertThat(order.jobs(JobType.COMMERCE_RESTOCK_RETURN)).isEmpty();
    }

    @Test
    void goodsThatTheShopperDamagedAreNotRefunded() {
        refusedBecause(
                asked("UNFITTING", 10_000, 3).delivered().person("inspect-goods", "damaged-refuse"),
                ReturnRefusal.DAMAGED);
    }

    @Test
    void parcelThatNeverComesEndsTheReturn() {
        refusedBecause(asked("CHANGED_MIND", 4200, 3).passes("P21D"), ReturnRefusal.PARCEL_MISSING);
    }

    @Test
    void whatStaffGiveBackNeedsNoParcel() {
        PlayedOrder order = asked("GOODWILL", 4200, 400)
                .neverWent("create-return-label", "await-parcel", "restock-return")
                .endedAt("return-refunded")
                .mailed(EmailTemplate.RETURN_REFUNDED);
        told(order, REFUNDED);
        assertThat(order.jobs(JobType.PAYMENTS_REFUND_PART)).hasSize(1);
    }

    @Test
    void parcelThatTheCarrierLosesIsRefundedAllTheSame() {
        PlayedOrder order = asked("WRONG_ITEM", 60_000, 3)
                .hears(Message.SHIPMENT_LOST, Map.of("shipment", Map.of("id", "return-1")))
                .went("parcel-lost", "refund-return")
                .endedAt("return-refunded");
        assertThat(order.jobs(JobType.COMMERCE_RESTOCK_RETURN)).isEmpty();
    }

    @Test
    void anExchangeAtTheSamePriceMovesNoMoney() {
        PlayedOrder order = exchanged(play.order(), 0)
                .waitsAt("await-replacement")
                .delivered()
                .endedAt("return-exchanged")
                .mailed(EmailTemplate.RETURN_LABEL, EmailTemplate.RETURN_EXCHANGED);
        told(order, ACCEPTED, RECEIVED, EXCHANGED);
        assertThat(order.jobs(JobType.PAYMENTS_REFUND_PART)).isEmpty();
        assertThat(order.jobs(JobType.SHIPPING_CREATE_SHIPMENT))
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.variables())
                        .containsEntry("reference", order.id())
                        .containsEntry("weightGrams", 700)
                        .containsEntry("carrier", "DHL"));
        assertThat(order.jobs(JobType.COMMERCE_UPDATE_RETURN).getLast().variables())
                .containsEntry("refunded", 0)
                .containsKeys("trackingNumber", "trackingUrl");
    }

    @Test
    void anExchangeForACheaperThingGivesTheDifferenceBack() {
        PlayedOrder order = exchanged(play.order(), 500).delivered().endedAt("return-exchanged");
        assertThat(order.jobs(JobType.PAYMENTS_REFUND_PART))
                .singleElement()
                .satisfies(refund -> assertThat(refund.variables()).containsEntry("amount", 500));
    }

    @Test
    void whatComesInsteadIsLookedForWhenItIsLostOrNeverComes() {
        PlayedOrder order = exchanged(play.order(), 0)
                .hears(Message.SHIPMENT_LOST, Map.of("shipment", Map.of("id", "shipment-2")))
                .person("resolve-replacement", "wait")
                .waitsAt("await-replacement")
                .passes("P21D")
                .went("replacement-overdue")
                .person("resolve-replacement", "refund")
                .endedAt("return-exchanged");
        assertThat(order.jobs(JobType.PAYMENTS_REFUND_PART)).isEmpty();
    }

    @Test
    void anExchangeThatWasCalledOffIsPaidBack() {
        PlayedOrder order = exchanged(play.order().next(JobType.COMMERCE_LOCK_EXCHANGE, ErrorCode.EXCHANGE_OFF), 0)
                .endedAt("return-refunded")
                .neverWent("ship-replacement");
        assertThat(order.jobs(JobType.PAYMENTS_REFUND_PART).getFirst().variables())
                .containsEntry("amount", 4200);
    }

    @Test
    void aReplacementThatNoCarrierTakesIsPaidBack() {
        exchanged(play.order().next(JobType.SHIPPING_CREATE_SHIPMENT, ErrorCode.ADDRESS_UNDELIVERABLE), 500)
                .went("replacement-undeliverable", "refund-return")
                .neverWent("refund-difference")
                .endedAt("return-refunded");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasTaken() {
        ModelCoverage.of("orders/return-request.bpmn", play.log()).assertComplete();
    }
}
