package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.ShopClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LocationIT extends LocationTest {
    @Test
    void anOrderIsServedFromOneLocationIfItCanBeElseFromSeveral() {
        String sku = fresh(2);
        receive(sku, "north", 5);
        assertThat(level(sku).path("available").asInt()).isEqualTo(7);
        String whole = shop().buy(sku, 4);
        allocate(whole);
        assertThat(lying(whole)).isEqualTo("4 North");
        assertThat(at(sku, "north")).isEqualTo("5 on hand, 4 allocated");

        String split = shop().buy(sku, 3);
        allocate(split);
        assertThat(lying(split)).isEqualTo("2 Main, 1 North");
        assertThat(shop().startCheckout(shop().cartWith(Map.of(sku, 1))).status())
                .as("nothing is left anywhere")
                .isEqualTo(409);
        ship(whole);
        shop().service("DELETE", split, "/allocation", "");
        assertThat(at(sku, "main")).isEqualTo("2 on hand, 0 allocated");
        assertThat(at(sku, "north")).isEqualTo("1 on hand, 0 allocated");
        assertThat(history(sku, "north"))
                .containsExactly("RECEIVED 5", "ALLOCATED 4", "ALLOCATED 1", "SHIPPED 4", "ALLOCATION_RELEASED 1");
    }

    @Test
    void aParcelIsFetchedWhereMostOfItLies() {
        String address =
                "{\"name\":\"East\",\"street\":\"Kai 1\",\"postcode\":\"28195\",\"town\":\"Bremen\",\"country\":\"DE\",\"position\":9}";
        assertThat(location("east", address).status()).isEqualTo(200);
        String sku = fresh(1);
        receive(sku, "east", 2);
        String order = shop().buy(sku, 3);
        assertThat(shop().service("GET", order, "", "").body().path("from").isObject())
                .as("nothing is set aside yet")
                .isFalse();
        allocate(order);
        assertThat(shop().service("GET", order, "", "")
                        .body()
                        .path("from")
                        .path("town")
                        .asString())
                .isEqualTo("Bremen");
    }

    @Test
    void whatIsOnItsWayBetweenLocationsIsNotForSaleAndArrivesOnce() {
        String sku = fresh(6);
        shop().buy(sku, 2);
        Answer tooMany = send(UUID.randomUUID(), sku, "main", "north", 5);
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.body().path("detail").asString()).contains("Only 4 of them");
        UUID id = UUID.randomUUID();
        assertThat(send(id, sku, "main", "north", 4).status()).isEqualTo(200);
        assertThat(send(id, sku, "main", "north", 4).status()).isEqualTo(200);
        assertThat(level(sku).path("onHand").asInt()).isEqualTo(2);
        assertThat(level(sku).path("available").asInt()).isZero();
        assertThat(shop().admin("GET", "/supply/" + sku, "")
                        .body()
                        .path("awaited")
                        .asInt())
                .as("counted on, so that nothing is bought for it")
                .isEqualTo(4);
        JsonNode known = shop().admin("GET", "/products/" + sku, "").body();
        assertThat(known.path("transfers").get(0).path("arrived").isNumber()).isFalse();

        assertThat(arrive(id, "{\"quantity\":5}").status()).isEqualTo(422);
        assertThat(arrive(id, "{\"quantity\":3,\"by\":\"ida\"}").status()).isEqualTo(200);
        Answer again = arrive(id, "{}");
        assertThat(again.body().path("arrived").asInt()).isEqualTo(3);
        assertThat(again.body().path("arrivedBy").asString()).isEqualTo("ida");
        assertThat(at(sku, "north")).isEqualTo("3 on hand, 0 allocated");
        assertThat(level(sku).path("available").asInt()).isEqualTo(3);
        assertThat(history(sku, "north")).containsExactly("TRANSFER_ARRIVED 3");

        UUID back = UUID.randomUUID();
        send(back, sku, "north", "main", 3);
        arrive(back, "{\"returned\":true}");
        assertThat(at(sku, "north")).isEqualTo("3 on hand, 0 allocated");
        assertThat(arrive(UUID.randomUUID(), "{}").status()).isEqualTo(404);
        assertThat(send(UUID.randomUUID(), sku, "main", "main", 1).status()).isEqualTo(422);
        assertThat(send(UUID.randomUUID(), sku, "main", "nowhere", 1).status()).isEqualTo(422);
        assertThat(send(UUID.randomUUID(), "NOTHING", "main", "north", 1).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsLongOnItsWayIsCountedOnNoLongerAndListedFirst() {
        String sku = fresh(6);
        UUID lost = UUID.randomUUID();
        send(lost, sku, "main", "north", 4);
        jdbc.sql("update stock_transfer set sent_at = sent_at - interval '59 days' where id = :id")
                .param("id", lost)
                .update();
        assertThat(awaited(sku)).isEqualTo(4);
        jdbc.sql("update stock_transfer set sent_at = sent_at - interval '3 days' where id = :id")
                .param("id", lost)
                .update();
        send(UUID.randomUUID(), sku, "main", "north", 1);
        assertThat(awaited(sku)).isEqualTo(1);
        JsonNode sent = shop().admin("GET", "/transfers?sku=" + sku, "").body();
        assertThat(sent.at("/0/id").asString()).isEqualTo(lost.toString());
        assertThat(sent.at("/0/overdue").asBoolean()).isTrue();
        assertThat(sent.at("/1/overdue").asBoolean()).isFalse();
        assertThat(arrive(lost, "{}").body().path("overdue").asBoolean(true)).isFalse();
    }

    @Test
    void aPlaceInTheOrderThatIsLeftOutStaysAndANewOneIsTheLast() {
        int last = shop().admin("GET", "/locations", "")
                .body()
                .valueStream()
                .mapToInt(it -> it.path("position").asInt())
                .max()
                .orElseThrow();
        assertThat(location("last", "{\"name\":\"Last\"}")
                        .body()
                        .path("position")
                        .asInt())
                .isEqualTo(last + 1);
        assertThat(location("north", "{\"name\":\"North\",\"country\":\"DE\"}")
                        .body()
                        .path("position")
                        .asInt())
                .isEqualTo(2);
        location("last", "{\"name\":\"Last\",\"open\":false}");
    }

    @Test
    void everyTransferAndEveryShareCanBeReadAPageAtATime() {
        String sku = fresh(6);
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        send(one, sku, "main", "north", 1);
        send(two, sku, "main", "north", 2);
        arrive(two, "{}");
        String order = shop().buy(sku, 4);
        allocate(order);

        assertThat(all("/stock/transfers"))
                .filteredOn(it -> it.path("sku").asString().equals(sku))
                .extracting(it ->
                        it.path("id").asString() + " " + it.path("arrived").asInt(-1))
                .containsExactlyInAnyOrder(one + " -1", two + " 2");
        assertThat(all("/stock/shares"))
                .filteredOn(it -> it.path("owner").asString().equals(order))
                .extracting(it -> it.path("quantity").asInt() + " at "
                        + it.path("location").asString())
                .containsExactlyInAnyOrder("3 at main", "1 at north");
        assertThat(shop().admin("GET", "/stock/shares?after=bm8", "").status()).isEqualTo(400);
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    shop().admin("GET", path + "?limit=1&after=" + after, "").body();
            page.path("items").forEach(rows::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return rows;
    }

    private int awaited(String sku) {
        return shop().admin("GET", "/supply/" + sku, "").body().path("awaited").asInt();
    }

    @Test
    void whatACountFindsMissingIsTakenFromWhereThereIsSome() {
        String sku = fresh(5);
        receive(sku, "north", 10);
        List<String> orders = List.of(shop().buy(sku, 2), shop().buy(sku, 2), shop().buy(sku, 1));
        orders.forEach(this::allocate);
        assertThat(at(sku, "main")).isEqualTo("5 on hand, 5 allocated");

        count(sku, "main", 2);
        assertThat(level(sku).path("onHand").asInt()).isEqualTo(12);
        assertThat(at(sku, "main")).isEqualTo("2 on hand, 2 allocated");
        assertThat(at(sku, "north")).isEqualTo("10 on hand, 3 allocated");
        orders.forEach(this::ship);
        assertThat(level(sku).path("onHand").asInt()).isEqualTo(7);
        assertThat(level(sku).path("allocated").asInt()).isZero();

        count(sku, "", 20);
        assertThat(at(sku, "main")).as("more, found anywhere").isEqualTo("13 on hand, 0 allocated");
        count(sku, "", 10);
        assertThat(at(sku, "main")).isEqualTo("10 on hand, 0 allocated");
        assertThat(at(sku, "north")).as("fewer, from the last").isEqualTo("0 on hand, 0 allocated");
    }

    @Test
    void whatLacksEverywhereIsPutAsideAgainWhereverItComes() {
        String sku = fresh(3);
        String order = shop().buy(sku, 3);
        allocate(order);
        count(sku, "main", 0);
        assertThat(level(sku).path("available").asInt()).isEqualTo(-3);
        receive(sku, "north", 3);
        assertThat(lying(order)).isEqualTo("3 North");
        ship(order);
        assertThat(level(sku).path("onHand").asInt()).isZero();
    }

    @Test
    void whatComesBackOrIsBoughtIsPutWhereItIsSaid() {
        String sku = fresh(1);
        String order = shop().buy(sku, 1);
        allocate(order);
        ship(order);
        shop().service("PUT", order, "/state", "{\"state\":\"DELIVERED\"}");
        String back = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into order_return (id, order_id, state, reason, amount, requested_at, updated_at)
                values (cast(:id as uuid), cast(:order as uuid), 'RECEIVED', 'OTHER', 100, now(), now())""").param("id", back).param("order", order).update();
        jdbc.sql(
                        "insert into order_return_line (return_id, position, sku, quantity) values (cast(:id as uuid), 0, :sku, 1)")
                .param("id", back)
                .param("sku", sku)
                .update();
        String path = "/returns/" + back + "/restock";
        assertThat(shop().admin("POST", path, "{\"location\":\"nowhere\"}").status())
                .isEqualTo(422);
        assertThat(shop().admin("POST", path, "{\"location\":\"north\"}").status())
                .isEqualTo(200);
        assertThat(at(sku, "north")).isEqualTo("1 on hand, 0 allocated");

        UUID request = UUID.randomUUID();
        shop().automation(
                        "PUT",
                        "/purchases/" + request,
                        "{\"sku\":\"" + sku + "\",\"supplier\":\"nordform\",\"state\":\"PLACED\",\"quantity\":5}");
        shop().automation("POST", "/purchases/" + request + "/receipt", "{\"delivered\":2,\"location\":\"north\"}");
        shop().automation("POST", "/purchases/" + request + "/receipt", "{\"delivered\":5}");
        assertThat(at(sku, "north")).isEqualTo("3 on hand, 0 allocated");
        assertThat(at(sku, "main")).isEqualTo("3 on hand, 0 allocated");
    }

    @Test
    void aLocationIsKeptAndClosedOnlyWhenItIsEmpty() {
        String sku = fresh(4);
        String address = "{\"name\":\"West %s\",\"street\":\"Kai 1\",\"postcode\":\"20457\",\"town\":\"Hamburg\","
                + "\"country\":\"DE\",\"position\":3,\"open\":%s}";
        assertThat(location("west", address.formatted("a", true)).status()).isEqualTo(200);
        assertThat(location("west", address.formatted("b", true))
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("West b");
        assertThat(location("south", address.formatted("b", true)).status())
                .as("the name is taken")
                .isEqualTo(422);
        assertThat(location("Süd", "{\"name\":\"Süd\"}").status()).isEqualTo(422);
        assertThat(location("south", "{\"name\":\"South\",\"country\":\"Germany\"}")
                        .status())
                .isEqualTo(422);

        UUID way = UUID.randomUUID();
        send(way, sku, "main", "west", 1);
        assertThat(location("west", address.formatted("b", false)).status())
                .as("something is on its way there")
                .isEqualTo(409);
        arrive(way, "{}");
        assertThat(location("west", address.formatted("b", false)).status()).isEqualTo(409);
        count(sku, "west", 0);
        assertThat(location("west", address.formatted("b", false)).status()).isEqualTo(200);
        assertThat(shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":1,\"location\":\"west\"}")
                        .status())
                .isEqualTo(422);
        assertThat(location("main", "{\"name\":\"Main\",\"open\":false}").status())
                .isEqualTo(409);
        assertThat(shop().admin("GET", "/locations", "")
                        .body()
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo("main");
    }
}
