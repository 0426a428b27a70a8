package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole shop with a real database, and connectors that say what a test wants. One context for all tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ShopTest.Clocks.class)
@TestPropertySource(properties = "shop.meaning.on=false")
public abstract class ShopTest {
    protected static final WireMockServer CONNECTORS =
            new WireMockServer(options().dynamicPort().containerThreads(20));

    static {
        CONNECTORS.start();
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected JsonMapper json;

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        String url = TestDatabase.url();
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("shop.service-token", () -> ShopClient.TOKEN);
        registry.add("shop.connectors-url", CONNECTORS::baseUrl);
        registry.add("shop.public-url", () -> "https://shop.example");
        registry.add("server.forward-headers-strategy", () -> "native");
        registry.add("shop.payment-timeout", () -> "1s");
        registry.add("shop.sweep-every", () -> "1h");
        registry.add("shop.webp-first", () -> "1h");
        registry.add("shop.supply.look-every", () -> "1h");
        registry.add("shop.accounts.tries-per-client", () -> "100000");
        registry.add("shop.accounts.letters-per-client", () -> "100000");
    }

    @BeforeEach
    void connectorsAnswer() {
        CONNECTORS.resetAll();
        intakeTakes();
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/payments"))
                .willReturn(okJson("{\"id\":\"pay_1\",\"url\":\"/sandbox/pay/pay_1\",\"status\":\"OPEN\"}")));
    }

    protected void intakeTakes() {
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/intake/events")).willReturn(okJson("{\"results\":[]}")));
    }

    protected void intakeSays(int status) {
        CONNECTORS.stubFor(
                post(urlEqualTo("/api/v1/intake/events")).willReturn(aResponse().withStatus(status)));
    }

    protected ShopClient shop() {
        return new ShopClient("http://127.0.0.1:" + port, json);
    }

    /** A variant nobody else in this run has used, with that many on the shelf; one that had as many would not look used. */
    protected String fresh(int onHand) {
        String sku = jdbc.sql("""
                select s.sku from stock s where s.on_hand <> :onHand and not exists
                    (select 1 from stock_movement m where m.sku = s.sku and m.reason is distinct from 'opening stock')
                order by s.sku limit 1""").param("onHand", onHand).query(String.class).single();
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":" + onHand + ",\"reason\":\"test\"}");
        return sku;
    }

    /** What the intake was sent for one order, in order, repeats included. */
    protected List<JsonNode> sentFor(String orderId) {
        List<JsonNode> events = new ArrayList<>();
        List<LoggedRequest> requests = CONNECTORS.findAll(
                com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor(urlEqualTo("/api/v1/intake/events")));
        requests.sort(java.util.Comparator.comparing(LoggedRequest::getLoggedDate));
        for (Request request : requests) {
            Iterator<JsonNode> batch = json.readTree(request.getBodyAsString()).iterator();
            batch.forEachRemaining(event -> {
                if (event.get("subject").asString().equals(orderId)) {
                    events.add(event);
                }
            });
        }
        return events;
    }

    /** Runs the same thing many times at once and answers all results. */
    protected static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        }
    }
}
