package io.tillflow.connectors.workers;

import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.messaging.letter.Letter;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.messaging.letter.Words;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.settings.ConnectorsSettings;
import io.tillflow.processes.SendEmail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts an order's facts and a process's few words together into a letter. */
@Component
class OrderLetters {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})\\.(\\d{2}) ([A-Z]{3})");

    private final ConnectorsSettings settings;
    private final Words words;
    private final LetterTemplates templates;

    OrderLetters(ConnectorsSettings settings, Words words, LetterTemplates templates) {
        this.settings = settings;
        this.words = words;
        this.templates = templates;
    }

    /** Whether the order does not need it, so that its reader can stop letters of this kind. */
    boolean isStoppable(String template) {
        return templates.isStoppable(template);
    }

    /** @param said what somebody wrote, by the name of its fact; it stays as it is */
    Letter letter(SendEmail job, OrderFacts order, Map<String, String> said) {
        Map<String, String> facts = new HashMap<>();
        facts.put("number", order.number());
        facts.put("name", order.shipping().name());
        facts.put("total", price(order, order.total()));
        facts.put("delivery", price(order, order.deliveryPrice()));
        facts.put("address", address(order.shipping()));
        facts.put("orderUrl", link(order.orderPath()));
        job.facts().forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                facts.put(name, name.endsWith("Url") ? link(value) : said(order, value));
            }
        });
        facts.putAll(said);
        return new Letter(job.template(), order.locale().getLanguage(), order.id(), order.email(), facts, lines(order));
    }

    /** A code in words, an amount such as {@code 42.00 EUR} as it is written, anything else as it is. */
    private String said(OrderFacts order, String value) {
        Matcher amount = AMOUNT.matcher(value);
        return amount.matches()
                ? new Money(Long.parseLong(amount.group(1) + amount.group(2)), amount.group(3)).text(order.locale())
                : words.say(order.locale().getLanguage(), value);
    }

    private static String address(OrderFacts.Place to) {
        return Stream.of(to.name(), to.street(), to.extra(), to.postcode() + " " + to.town(), to.country())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static List<Letter.Line> lines(OrderFacts order) {
        return order.lines().stream()
                .map(line -> new Letter.Line(line.name(), line.quantity(), price(order, line.total())))
                .toList();
    }

    private static String price(OrderFacts order, long amount) {
        return new Money(amount, order.currency()).text(order.locale());
    }

    String link(String pathOrUrl) {
        return pathOrUrl.startsWith("/") ? settings.shopPublicUrl() + pathOrUrl : pathOrUrl;
    }
}
