package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishIT extends AccountTest {
    @Test
    void aWishWaitsInTheBrowserAndThenInTheAccount() {
        TestBrowser browser = browser();
        assertThat(browser.page("/wishes").body()).contains("Nothing yet.");
        assertThat(browser.cookies()).isEmpty();
        HttpResponse<String> wished = browser.submit("/wishes", Map.of("product", "tarn-table-lamp", "wish", "yes"));
        assertThat(TestBrowser.target(wished)).isEqualTo("/wishes");
        browser.submit("/wishes", Map.of("product", "tarn-table-lamp", "wish", "yes"));
        assertThat(browser.page("/wishes").body()).containsOnlyOnce("href=\"/p/tarn-table-lamp\"");
        assertThat(browser.page("/p/tarn-table-lamp").body()).contains("aria-pressed=\"true\"");
        assertThat(browser.submit("/wishes", Map.of("product", "no-such-thing")).statusCode())
                .isEqualTo(404);

        String email = somebody();
        join(browser, email);
        TestBrowser phone = browser();
        String other = shop().get("/products?limit=2")
                .body()
                .get("items")
                .get(1)
                .get("slug")
                .asString();
        phone.submit("/wishes", Map.of("product", other));
        signIn(phone, email, PASSWORD);
        assertThat(phone.page("/wishes").body()).contains("/p/tarn-table-lamp", "/p/" + other);
        assertThat(browser.page("/account/data.json").body()).contains(other);
        phone.submit("/wishes", Map.of("product", other, "wish", "no"));
        assertThat(browser.page("/wishes").body()).doesNotContain("href=\"/p/" + other + "\"");

        String list = String.valueOf(phone.cookies().get("wishes"));
        phone.submit("/account/sign-out", Map.of());
        assertThat(phone.page("/wishes").body()).contains("Nothing yet.");
        TestBrowser stranger = browser();
        stranger.cookies().put("wishes", list);
        join(stranger, somebody());
        assertThat(stranger.page("/wishes").body()).contains("Nothing yet.");
        assertThat(browser.page("/wishes").body()).contains("/p/tarn-table-lamp");
    }

    @Test
    void theHeartAloneIsSentToAScript() {
        HttpResponse<String> heart = browser()
                .submit(
                        "/wishes",
                        Map.of("product", "tarn-table-lamp"),
                        Map.of("Sec-Fetch-Site", "same-origin", "HX-Request", "true"));
        assertThat(heart.statusCode()).isEqualTo(200);
        assertThat(heart.body()).contains("aria-pressed=\"true\"").doesNotContain("<html");
    }
}
