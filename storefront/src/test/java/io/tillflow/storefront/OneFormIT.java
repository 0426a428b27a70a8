package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Letters that came in two parts, a u and its dots, are the same as those that came whole. */
class OneFormIT extends ShopTest {
    private static final String WHOLE = "M\u00fcller";
    private static final String PARTS = "Mu\u0308ller";

    @Test
    void aSearchIsReadInOneForm() {
        String page = shop().send("GET", "/search?q=" + encoded(PARTS), "text/html", "", Map.of())
                .body();

        assertThat(page).contains(WHOLE).doesNotContain(PARTS);
    }

    @Test
    void whatProgramsSendIsKeptInOneForm() {
        String id = shop().buy(fresh(1), 1);
        String note = "{\"id\":\"%s\",\"text\":\"%s rang\",\"by\":\"ida\"}".formatted(UUID.randomUUID(), PARTS);

        JsonNode noted =
                shop().admin("POST", "/orders/" + id + "/notes", note).body().path("notes");

        assertThat(noted.path(0).path("body").asString()).isEqualTo(WHOLE + " rang");
    }

    @Test
    void anAddressIsKeptInOneForm() {
        String cart = shop().cartWith(Map.of(fresh(1), 1));
        String checkout = shop().startCheckout(cart).body().path("id").asString();
        String details = ShopClient.MARA.replace("Mara", PARTS);

        JsonNode saved = shop().put("/checkouts/" + checkout, details.formatted("mara@example.org"))
                .body();

        assertThat(saved.toString()).contains(WHOLE).doesNotContain(PARTS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
