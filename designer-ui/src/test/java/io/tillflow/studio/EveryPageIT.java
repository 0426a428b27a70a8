package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Every page that {@code tillflow routes} lists, on a desk in light and on a phone in the dark: axe finds nothing, and the Tab key reaches
 * everything, visibly, and gets out again. A new page is in it by itself; it needs something to show.
 */
class EveryPageIT extends HistoryStudio {
    /** What the studio itself cannot find something to show for. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "/experiments/:name/:version([0-9]+)", "/experiments/cart-reminder/1",
            "/shop/catalogue/:product([a-z0-9-]+)/:language([a-z]{2})", "/shop/catalogue/reading-lamp/de",
            "/shop/products/:sku", "/shop/products/" + FakeShop.SKU,
            "/shop/drafts/:id([0-9a-f-]{36})", "/shop/drafts/" + FakeShop.DRAFT,
            "/shop/customers/:id([0-9a-f-]{36})", "/shop/customers/" + FakeShop.CUSTOMER);

    private final List<AutoCloseable> open = new ArrayList<>();

    @LocalServerPort
    private int port;

    @BeforeEach
    void somethingToShowOnEveryPage() throws IOException {
        jdbc.sql(text("/every-page.sql"))
                .param("order", text("/models/orders/order-fulfilment.bpmn"))
                .update();
        token("VIEWER");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable it : open) {
            it.close();
        }
        jdbc.sql("truncate studio.alert_rule, studio.alert, studio.alert_told").update();
    }

    @TestFactory
    Stream<DynamicTest> everybodyCanUse() {
        List<JsonNode> routes = new ArrayList<>();
        get("/api/v1/routes").path("routes").forEach(routes::add);
        assertThat(routes).hasSizeGreaterThan(20);
        aModelOfEachKind().forEach(routes::add);
        // while mending one: -Devery-page.only=/models
        routes.removeIf(it -> !it.path("url").asString("").startsWith(System.getProperty("every-page.only", "/")));
        // strangers' pages first: one window is enough then
        routes.sort(Comparator.comparing(it -> !it.path("role").asString("").equals("ANYONE")));
        PageLook look = new PageLook("http://127.0.0.1:" + port);
        open.add(look);
        return routes.stream()
                .map(route -> DynamicTest.dynamicTest(route.path("url").asString(""), () -> check(look, route)));
    }

    /** Their editors have one address and nothing else in common; a decision table's cells become others as the walk reaches them. */
    private List<JsonNode> aModelOfEachKind() {
        List<String> ids = jdbc.sql(
                        "select min(id) from studio.model where kind <> 'DMN' and deleted_at is null group by kind")
                .query(String.class)
                .list();
        return ids.stream()
                .<JsonNode>map(id -> json.createObjectNode()
                        .put("url", "/models/" + id)
                        .put("role", "SIGNED_IN")
                        .put("fixture", "/models/" + id))
                .toList();
    }

    private boolean signedIn;

    private void check(PageLook look, JsonNode route) {
        if (!signedIn && !route.path("role").asString("").equals("ANYONE")) {
            look.signIn("admin", "correct-horse");
            signedIn = true;
        }
        String fixture = route.path("fixture")
                .asString(ELSEWHERE.getOrDefault(route.path("url").asString(""), ""));
        assertThat(fixture)
                .as("an address that shows " + route.path("url").asString("")
                        + ": say in RoutesApi where to find one, and let every-page.sql have one")
                .startsWith("/")
                .doesNotContain(":");
        look.open(fixture);
        assertThat(look.faults()).isEmpty();
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(EveryPageIT.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
