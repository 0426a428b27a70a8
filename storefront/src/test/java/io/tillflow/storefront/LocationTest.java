package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.ShopClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** Things that lie at several locations; whatever was done to them, the books add up. */
abstract class LocationTest extends ShopTest {
    @BeforeEach
    void aSecondLocation() {
        assertThat(location("north", "{\"name\":\"North\",\"country\":\"DE\",\"position\":2}")
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(jdbc.sql("""
                select s.sku || ': ' || s.on_hand || ' and ' || s.allocated || ' in all, ' || p.on_hand || ' and ' || p.allocated || ' lie'
                from stock s join (
                    select sku, sum(on_hand) as on_hand,
                           sum((select coalesce(sum(quantity), 0) from stock_share h where h.sku = p.sku and h.location = p.location)) as allocated
                    from stock_place p group by sku
                ) p on p.sku = s.sku where (s.on_hand, s.allocated) is distinct from (p.on_hand, p.allocated)""").query(String.class).list())
                .as("all locations together are the stock")
                .isEmpty();
        assertThat(jdbc.sql("""
                select m.sku || ' at ' || m.location from (
                    select sku, location,
                        sum(case when kind in ('RECEIVED', 'COUNTED', 'RETURNED', 'TRANSFER_ARRIVED') then quantity
                                 when kind in ('SHIPPED', 'TRANSFER_SENT') then -quantity else 0 end) as on_hand,
                        sum(case when kind = 'ALLOCATED' then quantity
                                 when kind in ('ALLOCATION_RELEASED', 'SHIPPED') then -quantity else 0 end) as allocated
                    from stock_movement where location is not null group by sku, location
                ) m join stock_place p on p.sku = m.sku and p.location = m.location
                where m.on_hand <> p.on_hand or m.allocated <>
                    (select coalesce(sum(quantity), 0) from stock_share h where h.sku = m.sku and h.location = m.location)""").query(String.class).list())
                .as("each location's history gives what lies there")
                .isEmpty();
        assertThat(jdbc.sql("""
                with free as (
                    select sku, location, on_hand - (select coalesce(sum(quantity), 0) from stock_share h
                        where h.sku = p.sku and h.location = p.location) as free from stock_place p
                ) select sku from free group by sku having min(free) < 0 and max(free) > 0""").query(String.class).list())
                .as("nothing is lacking at one location that another has to spare")
                .isEmpty();
    }

    Answer location(String id, String body) {
        return shop().admin("PUT", "/locations/" + URLEncoder.encode(id, StandardCharsets.UTF_8), body);
    }

    Answer receive(String sku, String location, int quantity) {
        return shop().admin(
                        "POST",
                        "/stock/" + sku + "/receipts",
                        "{\"quantity\":" + quantity + ",\"location\":\"" + location + "\"}");
    }

    /** @param location empty for all of them together */
    Answer count(String sku, String location, int onHand) {
        String there = location.isEmpty() ? "" : ",\"location\":\"" + location + "\"";
        return shop().admin("PUT", "/stock/" + sku, "{\"onHand\":" + onHand + ",\"reason\":\"test\"" + there + "}");
    }

    Answer send(UUID id, String sku, String from, String to, int quantity) {
        return shop().admin(
                        "POST",
                        "/transfers",
                        "{\"id\":\"%s\",\"sku\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"quantity\":%d,\"by\":\"mara\"}"
                                .formatted(id, sku, from, to, quantity));
    }

    Answer arrive(UUID id, String body) {
        return shop().admin("POST", "/transfers/" + id + "/arrival", body);
    }

    void allocate(String order) {
        assertThat(shop().service("POST", order, "/allocation", "").status()).isEqualTo(200);
    }

    void ship(String order) {
        assertThat(shop().service("PUT", order, "/state", "{\"state\":\"SHIPPED\"}")
                        .status())
                .isEqualTo(200);
    }

    JsonNode level(String sku) {
        return shop().admin("GET", "/stock/" + sku, "").body();
    }

    String at(String sku, String location) {
        return shop().admin("GET", "/stock/" + sku + "/locations", "")
                .body()
                .valueStream()
                .filter(it -> it.path("location").asString().equals(location))
                .map(it -> it.path("onHand").asInt() + " on hand, "
                        + it.path("allocated").asInt() + " allocated")
                .findFirst()
                .orElse("nothing");
    }

    String lying(String order) {
        return String.join(
                ", ",
                shop().admin("GET", "/orders/" + order, "")
                        .body()
                        .path("lying")
                        .valueStream()
                        .map(it -> it.path("quantity").asInt() + " "
                                + it.path("name").asString())
                        .toList());
    }

    List<String> history(String sku, String location) {
        return shop().admin("GET", "/stock/movements?sku=" + sku + "&location=" + location, "")
                .body()
                .path("items")
                .valueStream()
                .map(it ->
                        it.path("kind").asString() + " " + it.path("quantity").asInt())
                .toList();
    }
}
