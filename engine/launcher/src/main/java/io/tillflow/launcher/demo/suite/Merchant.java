package io.tillflow.launcher.demo.suite;

import io.tillflow.launcher.demo.proof.MovementFact;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.proof.PlaceFact;
import io.tillflow.launcher.demo.proof.QuestionFact;
import io.tillflow.launcher.demo.proof.ReturnFact;
import io.tillflow.launcher.demo.proof.ShareFact;
import io.tillflow.launcher.demo.proof.StockFact;
import io.tillflow.launcher.demo.proof.TransferFact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The shop's back office: its orders, its counts and what a merchant can do to them. */
public final class Merchant {
    /** How the ledger says what a movement is for. */
    private static final String EXCHANGE = "exchange ";

    private static final String TRANSFER = "transfer ";

    /** Its reason is what somebody typed. */
    private static final String COUNTED = "COUNTED";

    private final Suite suite;
    private final Http http;

    public Merchant(Suite suite, Http http) {
        this.suite = suite;
        this.http = http;
    }

    public List<OrderFact> orders() {
        return suite.all(http, url("/orders"), Merchant::order);
    }

    /** The demo's orders since then; the list begins with the newest. */
    public List<OrderFact> demoOrders(Instant since) {
        return suite.until(
                http,
                url("/orders?channel=demo"),
                Merchant::order,
                order -> order.placedAt().isBefore(since));
    }

    public List<StockFact> stock() {
        return suite.all(http, url("/stock"), Merchant::counts);
    }

    /** What lies where. */
    public List<PlaceFact> places() {
        return suite.all(
                http,
                url("/stock/locations"),
                row -> new PlaceFact(
                        row.path("sku").asString(),
                        row.path("location").asString(),
                        row.path("onHand").asInt(),
                        row.path("allocated").asInt()));
    }

    /** All that was ever sent from one location to another. */
    public List<TransferFact> transfers() {
        return suite.all(
                http,
                url("/stock/transfers"),
                row -> new TransferFact(
                        row.path("id").asString(),
                        row.path("sku").asString(),
                        row.path("origin").asString(),
                        row.path("target").asString(),
                        row.path("quantity").asInt(),
                        row.path("arrived").isNumber() ? row.path("arrived").asInt() : null,
                        row.path("returned").asBoolean()));
    }

    /** What is set aside for whom. */
    public List<ShareFact> shares() {
        return suite.all(
                http,
                url("/stock/shares"),
                row -> new ShareFact(
                        row.path("owner").asString(),
                        row.path("sku").asString(),
                        row.path("location").asString(),
                        row.path("quantity").asInt()));
    }

    public List<MovementFact> movements() {
        return suite.all(
                http,
                url("/stock/movements"),
                row -> new MovementFact(
                        row.path("id").asString(),
                        row.path("kind").asString(),
                        row.path("sku").asString(),
                        row.path("quantity").asInt(),
                        row.path("orderId").asString(""),
                        row.path("kind").asString().equals(COUNTED) ? "" : about(EXCHANGE, row),
                        row.path("kind").asString().startsWith("TRANSFER_") ? about(TRANSFER, row) : "",
                        row.path("location").asString(""),
                        row.path("at").asString("")));
    }

    public List<ReturnFact> returns() {
        return suite.all(http, url("/returns"), Merchant::back);
    }

    public List<QuestionFact> questions() {
        return suite.all(
                http,
                url("/support"),
                row -> new QuestionFact(
                        row.path("id").asString(),
                        row.path("orderId").asString(),
                        row.path("state").asString(),
                        row.path("answers").asInt()));
    }

    /** Corrects the count of a sku. */
    public void count(String sku, int onHand, String reason, String key) {
        http.send(Call.put(url("/stock/" + Call.encode(sku)))
                        .bearer(suite.serviceToken())
                        .key(key)
                        .json(Map.of("onHand", onHand, "reason", reason)))
                .accepted();
    }

    /** Books goods in. */
    public void receive(String sku, int quantity, String key) {
        http.send(Call.post(url("/stock/" + Call.encode(sku) + "/receipts"))
                        .bearer(suite.serviceToken())
                        .key(key)
                        .json(Map.of("quantity", quantity)))
                .accepted();
    }

    private static OrderFact order(JsonNode row) {
        Map<String, Integer> units = new HashMap<>();
        row.path("units")
                .forEach(line -> units.merge(
                        line.path("sku").asString(), line.path("quantity").asInt(), Integer::sum));
        JsonNode reason = row.path("reason");
        return new OrderFact(
                row.path("id").asString(),
                row.path("number").asString(),
                row.path("email").asString(""),
                row.path("channel").asString(),
                row.path("state").asString(),
                reason.isString() ? reason.asString() : null,
                row.path("total").asLong(),
                row.path("currency").asString(),
                row.path("paymentId").isString() ? row.path("paymentId").asString() : null,
                units,
                Instant.parse(row.path("placedAt").asString()));
    }

    private static ReturnFact back(JsonNode row) {
        int pieces = 0;
        int instead = 0;
        for (JsonNode line : row.path("lines")) {
            pieces += line.path("quantity").asInt();
            instead += line.path("instead").isString() ? line.path("quantity").asInt() : 0;
        }
        return new ReturnFact(
                row.path("id").asString(),
                row.path("orderId").asString(),
                row.path("state").asString(),
                row.path("refunded").asLong(),
                row.path("restockedAt").isString() ? pieces : 0,
                instead);
    }

    /** The id behind such a reason; empty where the movement has another. */
    private static String about(String kind, JsonNode row) {
        String reason = row.path("reason").asString("");
        return reason.startsWith(kind) ? reason.substring(kind.length()) : "";
    }

    private static StockFact counts(JsonNode row) {
        return new StockFact(
                row.path("sku").asString(),
                row.path("onHand").asInt(),
                row.path("held").asInt(),
                row.path("reserved").asInt(),
                row.path("allocated").asInt());
    }

    private String url(String path) {
        return suite.shop() + "/api/v1/admin" + path;
    }
}
