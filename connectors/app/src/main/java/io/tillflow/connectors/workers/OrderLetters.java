package io.tillflow.connectors.workers;

import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.messaging.letter.Words;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.settings.ConnectorsSettings;
import io.tillflow.processes.SendEmail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts an order's facts and a process's few words together into a letter. */
@Component
class OrderLetters {
    private final ConnectorsSettings settings;
    private final Words words;

    OrderLetters(ConnectorsSettings settings, Words words) {
        this.settings = settings;
        this.words = words;
    }

    /** @param said what somebody wrote, by the name of its fact; it stays as it is */
    Letter letter(SendEmail job, OrderFacts order, Map<String, String> said) {
        Map<String, String> facts = new HashMap<>();
        facts.put("number", order.number());
        facts.put("name", order.shipping().name());
        facts.put("total", price(order, order.total()));
        facts.put("delivery", price(order, order.deliveryPrice()));
        facts.put("orderUrl", link(order.orderPath()));
        job.facts().forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                facts.put(name, name.endsWith("Url") ? link(value) : words.say(value));
            }
        });
        facts.putAll(said);
        return new Letter(job.template(), order.id(), order.email(), facts, lines(order));
    }

    private static List<Letter.Line> lines(OrderFacts order) {
        return order.lines().stream()
                .map(line -> new Letter.Line(line.name(), line.quantity(), price(order, line.total())))
                .toList();
    }

    private static String price(OrderFacts order, long amount) {
        return new Money(amount, order.currency()).text();
    }

    private String link(String pathOrUrl) {
        return pathOrUrl.startsWith("/") ? settings.shopPublicUrl() + pathOrUrl : pathOrUrl;
    }
}
