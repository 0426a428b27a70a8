package io.tillflow.storefront.pages;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.profile.Profiles;
import io.tillflow.storefront.profile.ShopProfile;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.DeliveryTerms;
import io.tillflow.storefront.terms.Pricing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What pages name in double braces and the shop knows: it is right on every page when it changes. */
@Component
class PageBlanks {
    private static final Pattern BLANK = Pattern.compile("\\{\\{\\s*([a-z-]{1,40})\\s*}}");

    private final Map<String, Supplier<String>> known = new TreeMap<>();
    private final Profiles profiles;

    PageBlanks(ShopSettings settings, Profiles profiles) {
        this.profiles = profiles;
        known.put("shop-address", () -> settings.publicUrl(Language.current().path("/")));
        known.put("delivery-table", this::deliveryTable);
        known.put(
                "free-delivery-from",
                () -> Markdown.escaped(Money.text(profiles.now().freeFrom())));
        known.put("order-by", () -> Markdown.escaped(settings.orderBy().toString()));
        known.put("hold-minutes", () -> String.valueOf(settings.holdFor().toMinutes()));
        known.put(
                "return-days", () -> String.valueOf(profiles.profile().returns().days()));
        told("shop-name", ShopProfile::name);
        told("company", it -> it.company().name());
        told("company-address", PageBlanks::address);
        told("represented-by", it -> it.company().represented());
        told("email", it -> it.contact().email());
        told("phone", it -> it.contact().phone());
        told("vat-id", it -> it.tax().vatId());
        told("tax-number", it -> it.tax().taxNumber());
        told("register", it -> it.tax().register());
    }

    /** What the settings lack is asked for where it should stand. */
    private void told(String name, Function<ShopProfile, String> part) {
        known.put(name, () -> {
            String value = part.apply(profiles.profile());
            return value.isBlank() ? "[[" + say("help.open." + name) + "]]" : Markdown.escaped(value);
        });
    }

    private static String address(ShopProfile shop) {
        ShopProfile.Company company = shop.company();
        boolean whole = !company.street().isBlank() && !company.town().isBlank();
        return whole ? String.join("\n", company.place()) : "";
    }

    List<String> names() {
        return List.copyOf(known.keySet());
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

    private String deliveryTable() {
        StringBuilder table = new StringBuilder("\n\n| ")
                .append(String.join(
                        " | ",
                        say("help.to"),
                        say("help.days"),
                        say("help.standard"),
                        say("help.express"),
                        say("help.vat")))
                .append(" |\n|---|--:|--:|--:|--:|\n");
        DeliveryTerms terms = profiles.now();
        for (Country country : terms.countries()) {
            long express = Pricing.deliveryPrice(0, country, Delivery.EXPRESS, List.of(), terms);
            table.append("| %s | %d | %s | %s | %d %% |%n"
                    .formatted(
                            country.title(),
                            terms.rate(country).days(),
                            Money.text(terms.rate(country).price()),
                            Money.text(express),
                            country.taxPercent()));
        }
        return table.append('\n').toString();
    }
}
