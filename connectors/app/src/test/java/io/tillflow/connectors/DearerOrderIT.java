package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.workers.PaymentWorkers;
import io.tillflow.processes.CreatePaymentLink;
import io.tillflow.processes.PaymentStatus;
import io.tillflow.processes.RefundPayment;
import io.tillflow.processes.Step;
import io.tillflow.processes.VerifyPayment;
import io.tillflow.processes.VoidPayment;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order was made dearer and paid anew: that payment is the order's, whatever its process began with. */
class DearerOrderIT extends ByHandCase {
    private static final long MORE = 15_000;

    private final String change = UUID.randomUUID().toString();
    private String anew = "";

    @BeforeEach
    void itIsPaidAnew() throws Exception {
        String opened = app.send("POST", "/api/v1/payments", """
                        {"reference": "%1$s", "amount": %2$d, "currency": "EUR", "returnUrl": "/orders/%1$s?token=t"}
                        """.formatted(order, MORE), "Idempotency-Key", change)
                .body();
        anew = JSON.readTree(opened).path("id").asString("");
        app.exchange(HttpRequest.newBuilder(app.at("/sandbox/pay/" + anew))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("cardNumber=4242424242424242", StandardCharsets.UTF_8)));
    }

    @Test
    void itsMoneyIsTakenOnceAndWithTheNewPayment() throws Exception {
        raised();
        String changed = ", \"id\": \"%s\", \"formerPaymentId\": \"%s\"".formatted(change, payment);
        AtOnce.each(() -> act("CHANGE", changed), () -> act("CHANGE", changed));
        assertThat(status(payment)).isEqualTo("VOIDED");
        assertThat(status(anew)).isEqualTo("AUTHORISED");
        assertThat(letters()).containsExactly("Your order U-1001 was changed");

        assertThat(automationCaptures()).isEqualTo(automationCaptures());
        assertThat(app.send("POST", "/api/v1/acts", """
                        {"act": "CAPTURE", "orderId": "%s", "paymentId": "%s", "amount": %d, "currency": "EUR"}
                        """.formatted(order, anew, MORE))
                        .body())
                .contains("HAND");
        assertThat(money("sandbox_charge")).containsExactly(anew + " " + MORE);

        RefundPayment lost = new RefundPayment(order, payment, order + "/refund-payment/1");
        assertThat(workers().refund(lost).refunded()).isEqualTo(MORE);
        assertThat(workers().refund(lost).refunded()).isEqualTo(MORE);
        assertThat(money("sandbox_refund")).containsExactly(anew + " " + MORE);
    }

    @Test
    void itsProcessLooksAtTheNewPaymentAndOpensNoOther() {
        VerifyPayment look = new VerifyPayment(order, payment, TOTAL, "EUR");
        assertThat(workers().verify(look).status()).isEqualTo(PaymentStatus.AUTHORISED);
        raised();
        assertThat(workers().verify(look).status()).isEqualTo(PaymentStatus.AUTHORISED);
        CreatePaymentLink job = new CreatePaymentLink(order, payment, TOTAL, "EUR", order + "/create-payment-link/2");
        assertThat(workers().createLink(job).paymentId()).isEqualTo(anew);
        assertThat(status(payment)).isEqualTo("VOIDED");
        assertThat(workers().verify(look).status()).isEqualTo(PaymentStatus.AUTHORISED);
        assertThat(count("sandbox_payment")).isEqualTo(2);

        database.sql("update connectors.sandbox_payment set status = 'EXPIRED' where id = :id")
                .param("id", anew)
                .update();
        assertThat(workers().verify(look).status()).isEqualTo(PaymentStatus.EXPIRED);
        String third = workers().createLink(job).paymentId();
        assertThat(third).isNotIn(payment, anew);
        assertThat(amount(third)).isEqualTo(MORE);
        assertThat(workers().createLink(job).paymentId())
                .as("the shop names it by now")
                .isEqualTo(third);
        assertThat(status(third)).isEqualTo("OPEN");
        assertThat(count("sandbox_payment")).isEqualTo(3);
    }

    @Test
    void whatIsPaidAnewAndCoversItNoMoreIsLetGoForTheNextOne() {
        shop.raised(order, MORE + 100, anew);
        CreatePaymentLink job = new CreatePaymentLink(order, payment, TOTAL, "EUR", order + "/create-payment-link/2");
        String third = workers().createLink(job).paymentId();
        assertThat(amount(third)).isEqualTo(MORE + 100);
        assertThat(workers().createLink(job).paymentId()).isEqualTo(third);
        assertThat(List.of(status(payment), status(anew), status(third))).containsExactly("VOIDED", "VOIDED", "OPEN");
    }

    /** A model of one's own opened another one, which the shop offers by now, and means each by its id. */
    @Test
    void anOrderThatIsNotDearerKeepsToThePaymentsThatItsProcessNames() {
        shop.names(order, TOTAL, anew, false, "PLACED");
        VerifyPayment look = new VerifyPayment(order, payment, TOTAL, "EUR");
        assertThat(workers().verify(look).status()).isEqualTo(PaymentStatus.AUTHORISED);
        automationCaptures();
        assertThat(money("sandbox_charge")).containsExactly(payment + " " + TOTAL);
        RefundPayment lost = new RefundPayment(order, payment, order + "/refund-payment/1");
        assertThat(workers().refund(lost).refunded()).isEqualTo(TOTAL);
        assertThat(status(anew)).isEqualTo("AUTHORISED");
        workers().voidPayment(new VoidPayment(order, null, Step.VOID_PAYMENT.effect(order, 1)));
        assertThat(status(anew)).as("nobody named one").isEqualTo("AUTHORISED");
        workers().voidPayment(new VoidPayment(order, anew, Step.VOID_PAYMENT.effect(order, 2)));
        assertThat(status(anew)).isEqualTo("VOIDED");
        CreatePaymentLink another = new CreatePaymentLink(order, null, TOTAL, "EUR", order + "/create-payment-link/9");
        assertThat(workers().createLink(another).paymentId()).isNotIn(payment, anew);
    }

    /** The connectors died between linking a payment and telling the process. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void calledOffItHoldsNoMoneyOfAPaymentThatItsProcessNeverHeardOf(boolean first) {
        shop.names(order, TOTAL, anew, false, "CANCELLED");
        String known = first ? null : payment;
        VoidPayment job = new VoidPayment(order, known, Step.VOID_PAYMENT.effect(order, 1));
        workers().voidPayment(job);
        workers().voidPayment(job);
        assertThat(status(anew)).isEqualTo("VOIDED");
        assertThat(status(payment)).isEqualTo(first ? "AUTHORISED" : "VOIDED");
    }

    /** It was captured by a model of one's own: given back when the order is called off, but not twice. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void calledOffItGivesBackWhatItsFormerPaymentTook(boolean changed) throws Exception {
        act("CAPTURE", "");
        raised();
        if (changed) {
            act("CHANGE", ", \"id\": \"%s\", \"formerPaymentId\": \"%s\"".formatted(change, payment));
        }
        VoidPayment job = new VoidPayment(order, payment, Step.VOID_PAYMENT.effect(order, 1));
        workers().voidPayment(job);
        workers().voidPayment(job);
        assertThat(status(anew)).isEqualTo("VOIDED");
        assertThat(money("sandbox_refund")).containsExactly(payment + " " + TOTAL);
    }

    @Test
    void calledOffItHoldsNoMoneyWhoeverIsFirst() throws Exception {
        raised();
        VoidPayment job = new VoidPayment(order, payment, Step.VOID_PAYMENT.effect(order, 1));
        AtOnce.each(() -> app.send("POST", "/api/v1/acts", """
                        {"act": "CANCEL", "orderId": "%s", "paymentId": "%s", "reason": "SHOP", "atOnce": true}
                        """.formatted(order, anew)), () -> {
            workers().voidPayment(job);
            return job;
        });
        workers().voidPayment(job);
        assertThat(List.of(status(payment), status(anew))).containsOnly("VOIDED");
    }

    @Test
    void aChangeThatIsOffLetsItsPaymentGoAndSaysWhyOnce() throws Exception {
        String off =
                ", \"id\": \"%s\", \"openedPaymentId\": \"%s\", \"reason\": \"CHANGE_UNPAID\"".formatted(change, anew);
        AtOnce.each(() -> act("CHANGE_OFF", off), () -> act("CHANGE_OFF", off));
        assertThat(status(anew)).isEqualTo("VOIDED");
        assertThat(status(payment)).isEqualTo("AUTHORISED");
        assertThat(letters()).containsExactly("Your order U-1001 stays as it was");
        assertThat(database.sql("select text from connectors.mailbox where recipient = :to")
                        .param("to", "mara-" + order + "@example.org")
                        .query(String.class)
                        .single())
                .contains("no payment for it reached us in time");
        act("CHANGE_OFF", ", \"id\": \"" + UUID.randomUUID() + "\"");
        assertThat(letters()).as("who called it off knows").hasSize(1);
    }

    /** A model of one's own took it: then it is given back, once, and whoever looks at the order reads so. */
    @Test
    void moneyThatWasTakenForAChangeThatIsOffGoesBack() throws Exception {
        app.send("POST", "/api/v1/acts", """
                {"act": "CAPTURE", "orderId": "%s", "paymentId": "%s", "amount": %d, "currency": "EUR"}
                """.formatted(order, anew, MORE));
        String off = ", \"id\": \"%s\", \"openedPaymentId\": \"%s\"".formatted(change, anew);
        assertThat(act("CHANGE_OFF", off).path("says").asString()).contains("went back");
        AtOnce.each(() -> act("CHANGE_OFF", off), () -> act("CHANGE_OFF", off));
        assertThat(money("sandbox_refund")).containsExactly(anew + " " + MORE);
        assertThat(status(payment)).isEqualTo("AUTHORISED");
    }

    @Test
    void whatItWouldCostIsWrittenOnce() throws Exception {
        String more = ", \"id\": \"" + change + "\"";
        AtOnce.each(() -> act("PAY_MORE", more), () -> act("PAY_MORE", more));
        assertThat(letters()).containsExactly("Your order U-1001: pay to change it");
    }

    /** A model of one's own took the money early: then it is given back, and one payment is left. */
    @Test
    void moneyOfTheFormerPaymentThatWasTakenGoesBack() throws Exception {
        act("CAPTURE", "");
        raised();
        String changed = ", \"id\": \"%s\", \"formerPaymentId\": \"%s\"".formatted(change, payment);
        assertThat(act("CHANGE", changed).path("says").asString()).contains("went back");
        act("CHANGE", changed);
        assertThat(money("sandbox_refund")).containsExactly(payment + " " + TOTAL);
    }

    private void raised() {
        shop.raised(order, MORE, anew);
    }

    private static PaymentWorkers workers() {
        return app.bean(PaymentWorkers.class);
    }

    private String status(String id) {
        return database.sql("select status from connectors.sandbox_payment where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long amount(String id) {
        return database.sql("select amount from connectors.sandbox_payment where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private List<String> money(String table) {
        return database.sql("select payment_id || ' ' || amount from connectors." + table + " where reference = :order")
                .param("order", order)
                .query(String.class)
                .list();
    }
}
