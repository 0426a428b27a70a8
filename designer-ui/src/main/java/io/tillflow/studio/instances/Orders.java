package io.tillflow.studio.instances;

import io.tillflow.studio.platform.StudioSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the shop knows about an order. Name and lines are never copied into processes, so they are asked for when shown. */
@Service
public class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final int MOST = 200;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final StudioSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    private record Known(Optional<Order> order, Instant at) {}

    /** One line of an order; amounts are minor units. */
    public record Line(String name, int quantity, long total) {}

    /** An order as the shop tells it. */
    public record Order(
            String number,
            String state,
            String currency,
            long total,
            long deliveryPrice,
            String customer,
            String town,
            String country,
            String channel,
            boolean express,
            URI page,
            List<Line> lines) {}

    Orders(StudioSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** The order; empty when the shop does not know it or is away. */
    public Optional<Order> find(String orderId) {
        synchronized (known) {
            Known before = known.get(orderId);
            if (before != null && before.at().isAfter(clock.instant().minus(FRESH))) {
                return before.order();
            }
        }
        Optional<Order> order = ask(orderId);
        synchronized (known) {
            known.put(orderId, new Known(order, clock.instant()));
        }
        return order;
    }

    private Optional<Order> ask(String orderId) {
        URI address = URI.create(
                settings.shopUrl() + "/api/v1/service/orders/" + URLEncoder.encode(orderId, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + settings.serviceToken())
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? Optional.of(order(json.readTree(answer.body()))) : Optional.empty();
        } catch (IOException | JacksonException e) {
            LOG.debug("The shop does not tell about order {}: {}", orderId, e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Order order(JsonNode order) {
        List<Line> lines = new ArrayList<>();
        order.path("lines")
                .forEach(it -> lines.add(new Line(
                        it.path("name").asString(""),
                        it.path("quantity").asInt(1),
                        it.path("total").asLong(0))));
        JsonNode shipping = order.path("shipping");
        return new Order(
                order.path("number").asString(""),
                order.path("state").asString(""),
                order.path("currency").asString("EUR"),
                order.path("total").asLong(0),
                order.path("deliveryPrice").asLong(0),
                shipping.path("name").asString(""),
                shipping.path("town").asString(""),
                shipping.path("country").asString(""),
                order.path("channel").asString(""),
                order.path("express").asBoolean(false),
                URI.create(settings.shopPublicUrl() + order.path("orderPath").asString("")),
                List.copyOf(lines));
    }
}
