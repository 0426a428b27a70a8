package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LocationsAtOnceIT extends LocationTest {
    @Test
    void transfersSalesAndCountsAtOnceKeepTheBooks() throws Exception {
        String sku = fresh(30);
        receive(sku, "north", 30);
        AtomicInteger turn = new AtomicInteger();
        List<Integer> answers = atOnce(48, () -> {
            int mine = turn.getAndIncrement();
            boolean north = mine % 2 == 0;
            String here = north ? "north" : "main";
            return switch (mine % 6) {
                case 0, 1 -> {
                    String order = shop().buy(sku, 1 + mine % 3);
                    int status =
                            shop().service("POST", order, "/allocation", "").status();
                    yield mine % 12 < 6
                            ? shop().service("PUT", order, "/state", "{\"state\":\"SHIPPED\"}")
                                    .status()
                            : status;
                }
                case 2, 3 -> {
                    UUID id = UUID.randomUUID();
                    int sent = send(id, sku, here, north ? "main" : "north", 2).status();
                    yield sent == 200 ? arrive(id, "{}").status() : sent;
                }
                case 4 -> count(sku, here, 25).status();
                default -> receive(sku, here, 1).status();
            };
        });
        assertThat(answers).isSubsetOf(200, 409);
        assertThat(answers).filteredOn(status -> status == 200).hasSizeGreaterThan(24);
        JsonNode level = level(sku);
        assertThat(level.path("onHand").asInt())
                .isGreaterThanOrEqualTo(level.path("allocated").asInt());
    }
}
