package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Walks the shop as a browser without a script does. */
class PagesIT extends ShopTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String> cookies = new HashMap<>();

    @Test
    void aShopperBuysWithoutAScriptAndFollowsTheOrder() {
        String sku = fresh(3);
        assertThat(page("/").body()).contains("Dark at five. Good.");
        assertThat(follow(submit("/cart/lines", "sku=" + sku + "&quantity=2")).body())
                .contains("Your cart");
        HttpResponse<String> checkout = submit("/checkout", "");
        String path = checkout.headers().firstValue("location").orElseThrow();
        assertThat(page(path).body()).contains("Held for you, prices frozen until");

        HttpResponse<String> wrong = submit(path, details("1011"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("A German postcode has five digits, like 10243. This one has 4.")
                .contains("value=\"Mara Lindqvist-Oberhausen\"")
                .contains("value=\"1011\"")
                .contains("aria-invalid=\"true\"");

        HttpResponse<String> paid = submit(path, details("10243"));
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("location")).contains("/sandbox/pay/pay_1");
        String order = follow(path).headers().firstValue("location").orElseThrow();
        assertThat(page(order).body()).contains("We have your order.", "Not paid yet? Pay now", "Cancel order");
        assertThat(page("/help/order").body()).contains("UM-");
        assertThat(page(order.substring(0, order.indexOf('?'))).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsSoldOutIsPromisedForNoDay() {
        String sku = fresh(1);
        String path = jdbc.sql("""
                select '/p/' || product || '?colour=' || colour || '&size=' || replace(size, ' ', '%20') from variant
                where sku = :sku""").param("sku", sku).query(String.class).single();
        String promised = "<span class=\"good\">At your door";
        assertThat(page(path).body()).contains(promised);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":0,\"reason\":\"test\"}");
        await().untilAsserted(() ->
                assertThat(page(path).body()).contains("Gone for now").doesNotContain(promised));
    }

    @Test
    void moreThanAnybodyFillsInIsRefusedInWords() {
        String fields = "sku=A" + "&sku=A".repeat(2000);
        HttpResponse<String> form = submit("/cart/sets", fields);
        assertThat(form.statusCode()).isBetween(400, 499);
        assertThat(form.body()).contains("That didn’t work");
        HttpResponse<String> call =
                shop().send("GET", "/api/v1/recommendations?product=a" + "&a".repeat(1000), "text/plain", "", Map.of());
        assertThat(call.statusCode()).isEqualTo(400);
        assertThat(call.body()).contains("couldn’t make sense");
        String large = "{\"x\":\"" + "a".repeat(300_000) + "\"}";
        HttpResponse<String> body = shop().send("POST", "/api/v1/carts", "application/json", large, Map.of());
        assertThat(body.statusCode()).isEqualTo(413);
        assertThat(body.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void thePolicyAllowsTheStyleThatAPageCarries() throws NoSuchAlgorithmException {
        HttpResponse<String> home = page("/");
        String style = home.body().replaceFirst("(?s).*?<style>", "").replaceFirst("(?s)</style>.*", "");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(style).contains("@font-face", ".card");
        assertThat(home.headers().firstValue("content-security-policy").orElseThrow())
                .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void aChangedSumIsShownBeforeItIsPaid() {
        String path = checkout(fresh(2));
        HttpResponse<String> answer = submit(path, details("10243") + "&delivery=express&shown=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("The sum has changed with what you chose.");
        assertThat(jdbc.sql("select count(*) from orders where checkout_id = cast(:id as uuid)")
                        .param("id", path.substring(path.lastIndexOf('/') + 1))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void somebodyElsesCheckoutIsNotThere() {
        String path = checkout(fresh(2));
        cookies.clear();
        assertThat(page(path).statusCode()).isEqualTo(404);
    }

    @Test
    void anExpiredCheckoutSaysSoAndOffersToHoldAgain() {
        String path = checkout(fresh(2));
        clock.forward(java.time.Duration.ofMinutes(16));
        assertThat(page(path).body()).contains("The time was up.", "Hold them again");
        assertThat(submit("/checkout", "").headers().firstValue("location"))
                .isPresent()
                .get()
                .isNotEqualTo(path);
    }

    @Test
    void somebodyFasterIsSaidOnTheCart() {
        String sku = fresh(1);
        submit("/cart/lines", "sku=" + sku + "&quantity=3");
        HttpResponse<String> answer = submit("/checkout", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody was faster.");
    }

    @Test
    void theOrderPageHearsOfEveryChange() throws Exception {
        String id = shop().buy(fresh(1), 1);
        String token = jdbc.sql("select token from orders where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/orders/" + id + "/events?token=" + token))
                .build();
        CompletableFuture<String> changed = new CompletableFuture<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var stream = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            Thread reader = Thread.ofVirtual().start(() -> {
                try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                    lines.lines()
                            .filter(l -> l.startsWith("event:changed"))
                            .findFirst()
                            .ifPresent(changed::complete);
                } catch (Exception e) {
                    changed.completeExceptionally(e);
                }
            });
            shop().service("PUT", id, "/state", "{\"state\":\"IN_REVIEW\"}");
            assertThat(changed.get(60, TimeUnit.SECONDS)).isEqualTo("event:changed");
            reader.join();
            client.shutdownNow();
        }
        assertThat(page("/orders/" + id + "/live?token=" + token).body()).contains("Having a quick look.");
    }

    @Test
    void eachStateHasItsWords() {
        String id = shop().buy(fresh(1), 1);
        String path = jdbc.sql("select '/orders/' || id || '?token=' || token from orders where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
        shop().service("PUT", id, "/payment", "{\"paymentId\":\"pay_9\",\"url\":\"/sandbox/pay/pay_9\"}");
        shop().service("POST", id, "/allocation", "");
        Map<String, String> words = new java.util.LinkedHashMap<>();
        words.put("AWAITING_PAYMENT", "One thing left: paying.");
        words.put("PAID", "Paid. Thank you.");
        words.put("AWAITING_STOCK", "Waiting for one more delivery.");
        words.put("PREPARING", "Being packed.");
        words.put("SHIPPED", "On its way.");
        words.put("DELIVERED", "At your door.");
        words.put("COMPLETED", "All done.");
        words.forEach((state, headline) -> {
            shop().service("PUT", id, "/state", told(state));
            String html = page(path).body();
            assertThat(html).as(state).contains(headline);
            assertThat(html.contains("/sandbox/pay/pay_9")).as(state).isEqualTo("AWAITING_PAYMENT".equals(state));
        });
        assertThat(page(path).body()).contains("https://track.example/1").doesNotContain("Cancel order");
    }

    @Test
    void cancellingFromThePageAsksTheAutomation() {
        String id = shop().buy(fresh(1), 1);
        String token = jdbc.sql("select token from orders where id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single();
        HttpResponse<String> answer = submit("/orders/" + id + "/cancel?token=" + token, "");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page("/orders/" + id + "?token=" + token).body()).contains("Being cancelled.");
    }

    @Test
    void formsFromOtherSitesAreRefused() {
        Map<String, String> other = Map.of("Sec-Fetch-Site", "cross-site");
        assertThat(shop().send("POST", "/cart/lines", FORM, "sku=X", other).statusCode())
                .isEqualTo(403);
        Map<String, String> origin = Map.of("Origin", "https://evil.example");
        assertThat(shop().send("POST", "/checkout", FORM, "", origin).statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyPageHasAStrictPolicy() {
        for (String path : new String[] {"/", "/cart", "/nothing-here", "/c/lamps", "/p/tarn-table-lamp"}) {
            HttpResponse<String> answer = page(path);
            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.body()).doesNotContain(" style=\"").doesNotContain("onclick");
        }
    }

    @Test
    void hostileSearchIsShownNotRun() {
        String html = page("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body();
        assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    @Test
    void theHostedPageIsReachedThroughTheShopAndNothingElse() {
        CONNECTORS.stubFor(get(urlEqualTo("/sandbox/pay/pay_1"))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody("<form>card</form>")));
        CONNECTORS.stubFor(post(urlEqualTo("/sandbox/pay/pay_1"))
                .withRequestBody(containing("cardNumber=4242"))
                .willReturn(aResponse().withStatus(303).withHeader("Location", "https://shop.example/orders/1")));
        assertThat(page("/sandbox/pay/pay_1").body()).isEqualTo("<form>card</form>");
        HttpResponse<String> paid = submit("/sandbox/pay/pay_1", "cardNumber=4242");
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("location")).contains("/orders/1");
        for (String path :
                new String[] {"/sandbox/%2e%2e/api/v1/mailbox", "/sandbox/..;/api/v1/mailbox", "/sandbox//x"}) {
            assertThat(page(path).statusCode()).as(path).isGreaterThanOrEqualTo(400);
        }
    }

    private String checkout(String sku) {
        submit("/cart/lines", "sku=" + sku + "&quantity=1");
        return submit("/checkout", "").headers().firstValue("location").orElseThrow();
    }

    private static String told(String state) {
        return "{\"state\":\"" + state + "\",\"carrier\":\"Parcel Post\",\"trackingUrl\":\"https://track.example/1\"}";
    }

    private static String details(String postcode) {
        return "contact.email=mara@example.org&shipping.name=Mara+Lindqvist-Oberhausen&shipping.street=Pariser+Kommune+18"
                + "&shipping.postcode=" + postcode + "&shipping.town=Berlin&shipping.country=DE";
    }

    private HttpResponse<String> page(String path) {
        return remember(shop().send("GET", path, "text/plain", "", cookieHeader()));
    }

    private HttpResponse<String> submit(String path, String form) {
        return remember(shop().send("POST", path, FORM, form, cookieHeader()));
    }

    private HttpResponse<String> follow(HttpResponse<String> redirect) {
        return page(redirect.headers().firstValue("location").orElseThrow());
    }

    private HttpResponse<String> follow(String path) {
        return page(path);
    }

    private Map<String, String> cookieHeader() {
        StringBuilder header = new StringBuilder();
        cookies.forEach(
                (name, value) -> header.append(name).append('=').append(value).append("; "));
        return header.isEmpty() ? Map.of() : Map.of("Cookie", header.toString());
    }

    private HttpResponse<String> remember(HttpResponse<String> response) {
        response.headers().allValues("set-cookie").forEach(c -> {
            assertThat(c).contains("HttpOnly", "SameSite=Lax", "Secure");
            String pair = c.substring(0, c.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        });
        return response;
    }
}
