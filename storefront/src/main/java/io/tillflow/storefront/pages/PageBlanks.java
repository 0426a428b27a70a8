package io.tillflow.storefront.pages;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.Pricing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What pages name in double braces and the shop knows: it is right on every page when it changes. */
@Component
class PageBlanks {
    private static final Pattern BLANK = Pattern.compile("\\{\\{\\s*([a-z-]{1,40})\\s*}}");

    private final Map<String, Supplier<String>> known;

    PageBlanks(ShopSettings settings) {
        known = Map.of(
                "shop-address", () -> settings.publicUrl(Language.current().path("/")),
                "delivery-table", PageBlanks::deliveryTable,
                "free-delivery-from", () -> Markdown.escaped(Money.text(Pricing.FREE_DELIVERY_FROM)),
                "order-by", () -> Markdown.escaped(settings.orderBy().toString()),
                "hold-minutes", () -> String.valueOf(settings.holdFor().toMinutes()));
    }

    List<String> names() {
        return List.copyOf(new TreeSet<>(known.keySet()));
    }

    /** Names in the text that the shop does not know. */
    List<String> unknownIn(String markdown) {
        return BLANK.matcher(markdown)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !known.containsKey(name))
                .distinct()
                .toList();
    }

    String filled(String markdown, Language language) {
        return language.speaking(() -> BLANK.matcher(markdown)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Objects.requireNonNull(known.getOrDefault(found.group(1), found::group))
                                .get())));
    }

    private static String deliveryTable() {
        StringBuilder table = new StringBuilder("\n\n| ")
                .append(String.join(
                        " | ",
                        say("help.to"),
                        say("help.days"),
                        say("help.standard"),
                        say("help.express"),
                        say("help.vat")))
                .append(" |\n|---|--:|--:|--:|--:|\n");
        for (Country country : Country.values()) {
            long express = Pricing.deliveryPrice(0, country, Delivery.EXPRESS, List.of());
            table.append("| %s | %d | %s | %s | %d %% |%n"
                    .formatted(
                            country.title(),
                            country.standardDays(),
                            Money.text(country.standardPrice()),
                            Money.text(express),
                            country.taxPercent()));
        }
        return table.append('\n').toString();
    }
}
