package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The library over REST: found by any word, and made one's own with everything that belongs to it. */
class LibraryIT extends HistoryStudio {
    private static final String[] NO_HEADERS = {};

    private HttpResponse<String> use(String name) {
        return post("/api/v1/templates/order-fulfilment/models", "{\"name\": \"" + name + "\"}", NO_HEADERS);
    }

    @Test
    void findsWhatShipsByItsWordsAndMakesAModelOfIt() {
        JsonNode all = get("/api/v1/templates").path("templates");
        assertThat(all.findValuesAsString("id")).contains("order-fulfilment", "return-request");
        JsonNode found = get("/api/v1/templates?q=inspect%20parcel").path("templates");
        assertThat(found.findValuesAsString("id")).containsExactly("return-request");
        assertThat(found.get(0).path("starts").get(0).asString()).isEqualTo("return-requested");
        assertThat(found.get(0).path("description").asString()).isNotBlank();
        assertThat(get("/api/v1/templates?q=xylophone").path("templates")).isEmpty();

        assertThat(read(use("Our orders"), 201).path("id").asString()).isEqualTo("our-orders");
        String source = http().get("/api/v1/models/our-orders", CLI).body();
        assertThat(source)
                .contains("<bpmn:process id=\"our-orders\" name=\"Our orders\"", "bpmnElement=\"our-orders\"")
                .doesNotContain("\"order-fulfilment\"");
        assertThat(get("/api/v1/models/our-orders/scenarios").size())
                .isEqualTo(get("/api/v1/models/order-fulfilment/scenarios").size());
        assertThat(use("Our orders").statusCode()).isEqualTo(409);
        assertThat(use("12").statusCode()).isEqualTo(422);
    }
}
