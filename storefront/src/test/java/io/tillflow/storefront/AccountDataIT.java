package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.accounts.EraseOrders;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What belongs to an account: orders, cart, addresses, consents, all of it as a file, and its end. */
class AccountDataIT extends AccountTest {
    @Autowired
    EraseOrders erase;

    @Test
    void ordersOfAGuestAreThereOnceTheAddressIsProven() {
        String email = somebody();
        String mine = number(shop().place(shop().readyCheckout(Map.of(fresh(1), 1), email)));
        String others = number(shop().place(shop().readyCheckout(Map.of(fresh(1), 1), somebody())));
        TestBrowser browser = browser();
        join(browser, email);
        assertThat(browser.page("/account").body()).contains(mine).doesNotContain(others);
        String later = number(shop().place(shop().readyCheckout(Map.of(fresh(1), 1), email)));
        assertThat(browser.page("/account").body()).contains(mine, later);
    }

    @Test
    void theCartIsTheSameInEveryBrowserAndWhatAGuestPutAsideJoinsIt() {
        String email = somebody();
        String sku = fresh(30);
        String other = fresh(30);
        TestBrowser home = browser();
        home.submit("/cart/lines", Map.of("sku", sku, "quantity", "15"));
        join(home, email);
        TestBrowser phone = browser();
        phone.submit("/cart/lines", Map.of("sku", sku, "quantity", "9"));
        phone.submit("/cart/lines", Map.of("sku", other, "quantity", "1"));
        signIn(phone, email, PASSWORD);
        assertThat(phone.cookies().get("cart")).isEqualTo(home.cookies().get("cart"));
        assertThat(quantities(phone)).isEqualTo(Map.of(sku, 20, other, 1));
        signIn(phone, email, PASSWORD);
        assertThat(quantities(home)).isEqualTo(Map.of(sku, 20, other, 1));

        TestBrowser stranger = browser();
        stranger.cookies().put("cart", String.valueOf(home.cookies().get("cart")));
        join(stranger, somebody());
        assertThat(quantities(stranger)).isEmpty();
        assertThat(quantities(home)).hasSize(2);
    }

    @Test
    void aCheckoutGoesAlongAndBeginsWithTheKeptAddress() {
        String email = somebody();
        TestBrowser browser = browser();
        join(browser, email);
        assertThat(browser.submit("/account/addresses/new", address("1011")).body())
                .contains("A German postcode has five digits");
        assertThat(browser.submit("/account/addresses/new", address("10243")).statusCode())
                .isEqualTo(303);
        browser.submit("/account/sign-out", Map.of());

        String sku = fresh(1);
        browser.submit("/cart/lines", Map.of("sku", sku));
        String checkout = TestBrowser.target(browser.submit("/checkout", Map.of()));
        assertThat(browser.page(checkout).body()).contains("/account/sign-in?next=" + checkout);
        assertThat(TestBrowser.target(browser.submit(
                        "/account/sign-in", Map.of("email", email, "password", PASSWORD, "next", checkout))))
                .isEqualTo(checkout);
        assertThat(browser.page(checkout).body())
                .contains("value=\"Pariser Kommune 18\"", "value=\"" + email + "\"", "Held for you");
        Map<String, String> details = new HashMap<>(address("10243"));
        details.put("contact.email", "another-" + email);
        details.put("shipping.street", "Lange Straße 2");
        details.put("keep", "1");
        assertThat(browser.submit(checkout, details).statusCode()).isEqualTo(303);
        assertThat(browser.page("/account").body()).contains("UM-", "ordered");
        assertThat(browser.page("/account/addresses").body()).contains("Pariser Kommune 18", "Lange Straße 2");
    }

    @Test
    void addressesOfOthersAreNotThere() {
        TestBrowser owner = browser();
        join(owner, somebody());
        owner.submit("/account/addresses/new", address("10243"));
        UUID id = jdbc.sql("select id from account_address order by position desc limit 1")
                .query(UUID.class)
                .single();
        TestBrowser stranger = browser();
        join(stranger, somebody());
        assertThat(stranger.page("/account/addresses/" + id).statusCode()).isEqualTo(404);
        stranger.submit("/account/addresses/" + id, address("10999"));
        stranger.submit("/account/addresses/" + id + "/removal", Map.of());
        assertThat(owner.page("/account/addresses").body()).contains("10243").doesNotContain("10999");
    }

    @Test
    void passwordAndAddressChangeOnlyForWhoKnowsThePassword() {
        String email = somebody();
        TestBrowser browser = browser();
        TestBrowser phone = browser();
        join(browser, email);
        signIn(phone, email, PASSWORD);
        Map<String, String> change = Map.of("password.now", "wrong one", "password.next", "nine tall poplars");
        assertThat(browser.submit("/account/password", change).body()).contains("That isn’t your password.");
        assertThat(browser.submit(
                                "/account/password",
                                Map.of("password.now", PASSWORD, "password.next", "nine tall poplars"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.page("/account").statusCode()).isEqualTo(200);
        assertThat(phone.page("/account").statusCode()).isEqualTo(303);

        String next = somebody();
        browser.submit("/account/email", Map.of("email", next, "password.email", "nine tall poplars"));
        assertThat(browser.page("/account").body()).contains("Signed in as " + email);
        assertThat(phone.page(link(next, "NEW_ADDRESS")).body()).contains(next);
        phone.submit(link(next, "NEW_ADDRESS"), Map.of());
        assertThat(browser.page("/account").body()).contains("Signed in as " + next);
        assertThat(letters(email, "ADDRESS_CHANGED")).isEqualTo(1);
        assertThat(signIn(browser(), next, "nine tall poplars").statusCode()).isEqualTo(303);

        String taken = somebody();
        join(browser(), taken);
        browser.submit("/account/email", Map.of("email", taken, "password.email", "nine tall poplars"));
        assertThat(letters(taken, "NEW_ADDRESS")).isZero();
        assertThat(letters(taken, "HAS_ACCOUNT")).isEqualTo(1);
    }

    @Test
    void everythingKnownComesAsAFileAndConsentsKeepTheirHistory() {
        String email = somebody();
        shop().place(shop().readyCheckout(Map.of(fresh(1), 1), email));
        TestBrowser browser = browser();
        join(browser, email);
        browser.submit("/account/addresses/new", address("10243"));
        browser.submit("/account/consents", Map.of("personalisation", "1"));
        browser.submit("/account/consents", Map.of("personalisation", "1"));
        browser.submit("/account/consents", Map.of());
        String file = browser.page("/account/data.json").body();
        JsonNode data = json.readTree(file);
        assertThat(data.get("account").get(0).get("email").asString()).isEqualTo(email);
        assertThat(data.get("orders").get(0).get("lines").get(0).get("quantity").asInt())
                .isEqualTo(1);
        assertThat(data.get("addresses").get(0).get("address").get("town").asString())
                .isEqualTo("Berlin");
        assertThat(data.get("consents").findValuesAsString("given")).containsExactly("true", "false");
        assertThat(file).doesNotContain("argon2", "token", "digest");
        assertThat(browser().page("/account/data.json").statusCode()).isEqualTo(303);
    }

    @Test
    void aDeletedAccountLeavesOrdersWithoutAName() {
        String email = somebody();
        String done = id(shop().place(shop().readyCheckout(Map.of(fresh(1), 1), email)));
        String open = id(shop().place(shop().readyCheckout(Map.of(fresh(1), 1), email)));
        shop().service("PUT", done, "/state", "{\"state\":\"CANCELLED\"}");
        TestBrowser browser = browser();
        join(browser, email);
        browser.submit("/account/addresses/new", address("10243"));
        assertThat(browser.submit("/account/deletion", Map.of("password", "not it at all"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(TestBrowser.target(browser.submit("/account/deletion", Map.of("password", PASSWORD))))
                .isEqualTo("/account/deleted");
        assertThat(browser.page("/account").statusCode()).isEqualTo(303);
        assertThat(signIn(browser(), email, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(facts(done)).contains("erased-", "\"Erased\"").doesNotContain(email, "Lindqvist", "Lange");
        assertThat(facts(open)).contains(email, "Lindqvist");

        shop().service("PUT", open, "/state", "{\"state\":\"CANCELLED\"}");
        erase.eraseFinished();
        assertThat(facts(open)).doesNotContain(email, "Lindqvist", "Lange");
        for (String table : new String[] {"account", "customer", "account_letter", "orders", "promotion_use"}) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where t::text like :email")
                            .param("email", "%" + email + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        join(browser, email);
        assertThat(browser.page("/account").body()).contains("None yet.");
    }

    private String facts(String order) {
        return shop().service("GET", order, "", "").body().toString();
    }

    private static String id(ShopClient.Answer placed) {
        return placed.body().get("orderId").asString();
    }

    private static String number(ShopClient.Answer placed) {
        return placed.body().get("number").asString();
    }

    private Map<String, Integer> quantities(TestBrowser browser) {
        Map<String, Integer> found = new HashMap<>();
        jdbc.sql("select sku, quantity from cart_line where cart_id = :cart")
                .param("cart", UUID.fromString(String.valueOf(browser.cookies().get("cart"))))
                .query(row -> {
                    found.put(row.getString("sku"), row.getInt("quantity"));
                });
        return found;
    }

    private static Map<String, String> address(String postcode) {
        return Map.of(
                "shipping.name", "Mara Lindqvist",
                "shipping.street", "Pariser Kommune 18",
                "shipping.postcode", postcode,
                "shipping.town", "Berlin",
                "shipping.country", "DE");
    }
}
