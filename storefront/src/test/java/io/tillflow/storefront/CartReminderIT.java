package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.cart.LeftCarts;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CartReminderIT extends AccountTest {
    @Autowired
    LeftCarts leftCarts;

    private final String email = somebody();
    private TestBrowser browser;

    @BeforeEach
    void opensABrowser() {
        browser = browser();
    }

    @Test
    void whoAgreedIsToldOfOnceUntilTheCartIsTouched() {
        leaves(2);
        leftCarts.tell();
        assertThat(told()).isEmpty();
        agrees();
        leftCarts.tell();
        leftCarts.tell();
        assertThat(told()).hasSize(1);
        JsonNode event = told().getFirst();
        assertThat(event.toString()).doesNotContain(email);
        assertThat(event.get("reminder").get("items").asInt()).isEqualTo(2);
        assertThat(event.get("customer").get("accountId").asString())
                .isEqualTo(account().toString());
        browser.submit("/cart/lines", Map.of("sku", fresh(2)));
        leftCarts.tell();
        assertThat(told()).hasSize(1);
        clock.forward(Duration.ofHours(5));
        leftCarts.tell();
        assertThat(told()).hasSize(2);
    }

    @Test
    void theLetterSaysWhatIsThereAsLongAsItIsWanted() {
        JsonNode letter = letter(leftAndTold()).body();
        assertThat(letter.get("email").asString()).isEqualTo(email);
        assertThat(letter.get("lines").get(0).get("quantity").asInt()).isEqualTo(2);
        assertThat(letter.get("lines").get(0).get("total").asLong()).isPositive();
        assertThat(letter.get("cartPath").asString()).isEqualTo("/cart");
        String reminder = latest();
        assertThat(letter(reminder).status()).isEqualTo(200);

        clock.forward(Duration.ofHours(1));
        browser.submit("/cart/lines", Map.of("sku", fresh(2)));
        assertThat(letter(reminder).status()).isEqualTo(410);
        clock.forward(Duration.ofHours(5));
        leftCarts.tell();
        assertThat(told().getLast().get("reminder").get("recent").asInt()).isEqualTo(1);
        assertThat(letter(latest()).status()).isEqualTo(200);
        browser.submit("/account/consents", Map.of());
        assertThat(letter(latest()).status()).isEqualTo(410);
        assertThat(letter(UUID.randomUUID().toString()).status()).isEqualTo(410);
    }

    @Test
    void aCurrencyThatIsNotOfferedAnyMoreIsNotWrittenIn() {
        leftAndTold();
        jdbc.sql(
                        "update cart_line set currency = 'SEK' where cart_id = (select cart_id from cart_reminder where id::text = :id)")
                .param("id", latest())
                .update();
        CurrencySettings.write(shop(), "11.5", true);
        assertThat(letter(latest()).body().get("currency").asString()).isEqualTo("SEK");
        CurrencySettings.write(shop(), "11.5", false);
        assertThat(letter(latest()).body().get("currency").asString()).isEqualTo("EUR");
    }

    @Test
    void whoeverWatchesHearsOnceThatItWasBought() {
        String reminder = leftAndTold();
        buys();
        assertThat(bought(reminder))
                .singleElement()
                .satisfies(data ->
                        assertThat(data.get("bought").get("total").asLong()).isPositive());
        assertThat(letter(reminder).status()).isEqualTo(410);
        browser.submit("/cart/lines", Map.of("sku", fresh(2)));
        buys();
        assertThat(bought(reminder)).hasSize(1);
    }

    @Test
    void aLetterThatComesTooLateIsNotWrittenAndNobodyWatchesItsCart() {
        String reminder = leftAndTold();
        clock.forward(Duration.ofDays(4));
        assertThat(letter(reminder).status()).isEqualTo(410);
        buys();
        assertThat(bought(reminder)).isEmpty();
    }

    @Test
    void oneClickStopsTheLettersAndLookingDoesNot() {
        String reminder = leftAndTold();
        String stop = letter(reminder).body().get("stopPath").asString();
        TestBrowser stranger = browser();
        assertThat(stranger.page(stop).body()).contains("Stop these letters");
        assertThat(letter(reminder).status()).isEqualTo(200);
        assertThat(stranger.page(stop + "x").statusCode()).isEqualTo(404);
        assertThat(stranger.submit(stop + "x", Map.of(), Map.of()).statusCode()).isEqualTo(404);
        HttpResponse<String> stopped = stranger.submit(stop, Map.of("List-Unsubscribe", "One-Click"), Map.of());
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(stopped.body()).contains("You get no more of these letters");
        assertThat(stranger.submit("/de" + stop, Map.of(), Map.of()).body())
                .contains("Du bekommst diese E-Mails nicht mehr");
        assertThat(letter(reminder).status()).isEqualTo(410);
        assertThat(browser.page("/account/data.json").body()).contains("cartReminders", "\"writtenAt\"");
    }

    private String leftAndTold() {
        leaves(2);
        agrees();
        leftCarts.tell();
        return latest();
    }

    private void leaves(int quantity) {
        join(browser, email);
        browser.submit("/cart/lines", Map.of("sku", fresh(5), "quantity", "" + quantity));
        clock.forward(Duration.ofHours(5));
    }

    private void agrees() {
        browser.submit("/account/consents", Map.of("marketing", "1"));
    }

    private void buys() {
        String checkout = TestBrowser.target(browser.submit("/checkout", Map.of()));
        Map<String, String> details = Map.of(
                "contact.email", email,
                "shipping.name", "Mara Lindqvist",
                "shipping.street", "Lange Straße 1",
                "shipping.postcode", "10243",
                "shipping.town", "Berlin",
                "shipping.country", "DE");
        browser.submit(checkout, details);
        clock.forward(Duration.ofMinutes(1));
        assertThat(browser.submit(checkout, details).statusCode()).isEqualTo(303);
    }

    private ShopClient.Answer letter(String reminder) {
        return shop().call(
                        "POST",
                        "/service/cart-reminders/" + reminder + "/letter",
                        "",
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN));
    }

    private String latest() {
        return told().getLast().get("reminder").get("id").asString();
    }

    private List<JsonNode> told() {
        return jdbc.sql("""
                select o.data from outbox o join cart_reminder r on r.id::text = o.subject
                where r.account_id = :account and o.type = 'cart-abandoned' order by o.time""")
                .param("account", account())
                .query((row, n) -> json.readTree(row.getString(1)))
                .list();
    }

    private List<JsonNode> bought(String reminder) {
        return jdbc.sql("select data from outbox where subject = :id and type = 'cart-bought'")
                .param("id", reminder)
                .query((row, n) -> json.readTree(row.getString(1)))
                .list();
    }

    private UUID account() {
        return jdbc.sql("select id from account where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single();
    }
}
