package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a shopper reads whose bank did not pay. */
class BankSaysNoIT extends ShopTest {
    /** A bank refused, also after it asked its customer (3-D Secure): the page says so, and what to do. */
    @Test
    void theOrderPageSaysWhyTheBankDidNotPay() {
        String id = shop().buy(fresh(1), 1);
        String path = jdbc.sql("select '/orders/' || id || '?token=' || token from orders where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
        shop().service("PUT", id, "/payment", "{\"paymentId\":\"pay_9\",\"url\":\"/sandbox/pay/pay_9\"}");
        shop().service("PUT", id, "/state", "{\"state\":\"AWAITING_PAYMENT\"}");
        assertThat(page(path).body()).contains("One thing left: paying.").doesNotContain("Your bank");
        Map<String, String> words = Map.of(
                "DECLINED", "Your bank said no to the card",
                "INSUFFICIENT_FUNDS", "isn’t enough in the account",
                "CARD_EXPIRED", "The card has expired");
        words.forEach((reason, said) -> {
            String told = "{\"state\":\"AWAITING_PAYMENT\",\"reason\":\"" + reason + "\"}";
            shop().service("PUT", id, "/state", told);
            shop().service("PUT", id, "/state", told);
            shop().service("PUT", id, "/state", "{\"state\":\"AWAITING_PAYMENT\"}");
            assertThat(page(path).body())
                    .contains(
                            "The payment didn’t go through.",
                            said,
                            "Pay again with another card",
                            "/sandbox/pay/pay_9");
        });
        assertThat(page("/de" + path).body()).contains("Die Zahlung hat nicht geklappt.", "mit einer anderen Karte");
        assertThat(jdbc.sql(
                                "select count(*) from order_event where order_id = cast(:id as uuid) and state = 'AWAITING_PAYMENT'")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .as("the same is told once")
                .isEqualTo(4);
        shop().service("PUT", id, "/state", "{\"state\":\"PAID\"}");
        assertThat(page(path).body()).contains("Paid. Thank you.").doesNotContain("Your bank");
    }

    private HttpResponse<String> page(String path) {
        return new TestBrowser(shop()).page(path);
    }
}
