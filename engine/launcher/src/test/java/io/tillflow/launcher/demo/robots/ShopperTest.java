package io.tillflow.launcher.demo.robots;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.demo.plan.Article;
import io.tillflow.launcher.demo.plan.Intent;
import io.tillflow.launcher.demo.plan.Persona;
import io.tillflow.launcher.demo.plan.PlannedOrder;
import io.tillflow.launcher.demo.plan.Wish;
import io.tillflow.launcher.demo.suite.FakeServer;
import io.tillflow.launcher.demo.suite.FakeServer.Asked;
import io.tillflow.launcher.demo.suite.FakeServer.Reply;
import io.tillflow.launcher.demo.suite.History;
import io.tillflow.launcher.demo.suite.Http;
import io.tillflow.launcher.demo.suite.Merchant;
import io.tillflow.launcher.demo.suite.Providers;
import io.tillflow.launcher.demo.suite.Storefront;
import io.tillflow.launcher.demo.suite.Suite;
import io.tillflow.launcher.suite.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShopperTest {
    private static final String DECLINED = "cardNumber=" + Card.DECLINED;
    private static final String APPROVED = "cardNumber=" + Card.APPROVED;

    /** How often somebody paid; each refused payment brings one more letter until the shop has had enough. */
    private final AtomicInteger payments = new AtomicInteger();

    private String stateAfterAll = "CANCELLED";

    @Test
    void whoBuysLooksAroundOrdersAndPaysOnce() {
        try (FakeServer shop = new FakeServer(this::answer)) {
            Visit visit = visit(shop, Intent.BUYS);

            assertThat(visit).isInstanceOfSatisfying(Visit.Ordered.class, ordered -> {
                assertThat(ordered.order().number()).isEqualTo("U-1");
                assertThat(ordered.trouble()).isEmpty();
            });
            assertThat(pages(shop)).startsWith("/", "/c/lamps", "/p/lamp").endsWith("/orders/o-1?token=t-1");
            assertThat(posted(shop, "/sandbox/pay/1")).containsExactly(APPROVED);
            assertThat(posted(shop, "/api/v1/checkouts")).hasSize(1).allMatch(body -> body.contains("cart-1"));
            assertThat(shop.asked().stream().filter(asked -> asked.path().startsWith("/api/v1/c")))
                    .isNotEmpty()
                    .allMatch(asked -> asked.channel().equals("demo"));
        }
    }

    @Test
    void whoWasDeclinedPaysByTheLinkInTheLetter() {
        try (FakeServer shop = new FakeServer(this::answer)) {
            visit(shop, Intent.DECLINED_THEN_PAYS);

            assertThat(posted(shop, "/sandbox/pay/1")).containsExactly(DECLINED);
            assertThat(posted(shop, "/sandbox/pay/2")).containsExactly(APPROVED);
        }
    }

    @Test
    void whoNeverPaysTriesEveryLinkOnceUntilTheOrderIsCancelled() {
        try (FakeServer shop = new FakeServer(this::answer)) {
            visit(shop, Intent.NEVER_PAYS);

            assertThat(posted(shop, "/sandbox/pay/1")).containsExactly(DECLINED);
            assertThat(posted(shop, "/sandbox/pay/2")).containsExactly(DECLINED);
            assertThat(posted(shop, "/sandbox/pay/3")).containsExactly(DECLINED);
        }
    }

    @Test
    void whoRunsShortFindsTheShelfEmptyBeforePayingAndGivesUpAfter() {
        stateAfterAll = "AWAITING_STOCK";
        try (FakeServer shop = new FakeServer(this::answer)) {
            visit(shop, Intent.CANCELS_WHILE_SHORT);

            List<String> acts = shop.asked().stream()
                    .filter(asked -> !asked.method().equals("GET"))
                    .map(Asked::path)
                    .map(path -> path.replaceFirst("\\?.*", ""))
                    .toList();
            assertThat(acts)
                    .containsSubsequence(
                            "/api/v1/checkouts/co-1/order",
                            "/api/v1/admin/stock/LAMP",
                            "/sandbox/pay/1",
                            "/api/v1/orders/o-1/cancellation");
        }
    }

    @Test
    void whoFindsTooFewGoesHome() {
        try (FakeServer shop = new FakeServer(asked -> asked.path().equals("/api/v1/checkouts")
                ? new Reply(409, "{\"type\":\"stock-short\"}")
                : answer(asked))) {
            assertThat(visit(shop, Intent.BUYS)).isInstanceOf(Visit.TurnedAway.class);
        }
    }

    @Test
    void aCheckoutThatIsRefusedForAnotherReasonIsTrouble() {
        try (FakeServer shop = new FakeServer(asked -> asked.path().equals("/api/v1/checkouts")
                ? new Reply(409, "{\"type\":\"empty-cart\"}")
                : answer(asked))) {
            assertThat(visit(shop, Intent.BUYS))
                    .isInstanceOfSatisfying(
                            Visit.Failed.class,
                            failed -> assertThat(failed.trouble()).contains("empty-cart"));
        }
    }

    @Test
    void whoseOrderNobodyDecidesAboutGoesHomeWithoutALink() {
        try (FakeServer shop = new FakeServer(asked -> asked.path().contains("/orders/o-1")
                        && asked.path().startsWith("/api")
                ? new Reply(200, "{\"state\":\"IN_REVIEW\"}")
                : asked.path().endsWith("/order")
                        ? new Reply(
                                200, "{\"orderId\":\"o-1\",\"number\":\"U-1\",\"token\":\"t-1\",\"paymentUrl\":null}")
                        : answer(asked))) {
            assertThat(visit(shop, Intent.BUYS))
                    .isInstanceOfSatisfying(
                            Visit.Ordered.class,
                            ordered -> assertThat(ordered.trouble()).isEmpty());
            assertThat(payments).hasValue(0);
        }
    }

    private Reply answer(Asked asked) {
        String path = asked.path().replaceFirst("\\?.*", "");
        if (path.startsWith("/sandbox/pay/") && asked.method().equals("POST")) {
            payments.incrementAndGet();
        }
        return new Reply(
                200,
                switch (path) {
                    case "/api/v1/carts" -> "{\"id\":\"cart-1\"}";
                    case "/api/v1/checkouts" -> "{\"id\":\"co-1\"}";
                    case "/api/v1/checkouts/co-1/order" ->
                        "{\"orderId\":\"o-1\",\"number\":\"U-1\",\"token\":\"t-1\",\"paymentUrl\":\"/sandbox/pay/1\"}";
                    case "/api/v1/orders/o-1" -> "{\"state\":\"" + state() + "\"}";
                    case "/api/v1/mailbox" -> letters();
                    case "/api/v1/mailbox/1" -> "{\"text\":\"Pay at http://localhost:1/sandbox/pay/2 please\"}";
                    case "/api/v1/mailbox/2" ->
                        "{\"text\":null,\"html\":\"<a href='http://localhost:1/sandbox/pay/3'>\"}";
                    default -> "{}";
                });
    }

    private String state() {
        return payments.get() >= 3 || stateAfterAll.equals("AWAITING_STOCK") ? stateAfterAll : "AWAITING_PAYMENT";
    }

    private String letters() {
        return switch (payments.get()) {
            case 0 -> "{\"items\":[],\"next\":null}";
            case 1 -> "{\"items\":[{\"id\":1}],\"next\":null}";
            default -> "{\"items\":[{\"id\":1},{\"id\":2}],\"next\":null}";
        };
    }

    private static Visit visit(FakeServer server, Intent intent) {
        History nowhere = new History(new Database("jdbc:postgresql://127.0.0.1:1/none", "", ""));
        Suite suite = new Suite(server.url(), server.url(), server.url(), "service", "studio", nowhere);
        Article lamp = new Article("LAMP", "lamp", "lamps", 10_00, "EUR", 3);
        Persona ada = new Persona("Ada Lind", "ada@example.com", "Am Hang 1", "00006", "Weimar", "DE");
        PlannedOrder planned = new PlannedOrder(0, Duration.ZERO, intent, ada, List.of(new Wish(lamp, 1)));
        try (Http http = new Http(Duration.ofSeconds(10))) {
            Shopper shopper = new Shopper(
                    new Storefront(suite, http),
                    new Merchant(suite, http),
                    new Postbox(new Providers(suite, http, Clock.systemUTC())),
                    Clock.systemUTC(),
                    "run",
                    false);
            return shopper.visit(planned);
        }
    }

    private static List<String> pages(FakeServer server) {
        return server.asked().stream()
                .filter(asked -> asked.method().equals("GET") && !asked.path().startsWith("/api"))
                .map(Asked::path)
                .toList();
    }

    private static List<String> posted(FakeServer server, String path) {
        return server.asked().stream()
                .filter(asked -> asked.method().equals("POST") && asked.path().equals(path))
                .map(Asked::body)
                .toList();
    }
}
