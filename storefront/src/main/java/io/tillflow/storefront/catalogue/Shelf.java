package io.tillflow.storefront.catalogue;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The catalogue in memory, in the language and the currency of the request, with what is there to sell as of a moment ago; checkout asks the database itself. */
@Component
public class Shelf {
    private static final Contents EMPTY = new Contents(Map.of(), List.of(), Map.of(), Map.of(), Map.of());

    private final Products products;
    private volatile Map<Asking, Contents> contents = Map.of();
    private volatile Map<String, Integer> available = Map.of();
    private volatile int edition;

    Shelf(Products products) {
        this.products = products;
    }

    private record Asking(Language language, String currency) {}

    private record Contents(
            Map<String, Category> categories,
            List<Product> all,
            Map<String, Product> products,
            Map<String, Item> items,
            Map<String, String> alts) {}

    public synchronized void reload() {
        Map<Language, Contents> own = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, Category> categories = new LinkedHashMap<>();
            products.categories(language).forEach(c -> categories.put(c.id(), c));
            own.put(language, contents(categories, products.all(language), products.alts(language)));
        }
        Map<Asking, Contents> fresh = priced(own);
        available = products.available();
        if (!fresh.equals(contents)) {
            contents = fresh;
            edition = edition + 1;
        }
    }

    /** Takes over prices as they are now; what is found and where does not change with them. */
    public synchronized void reprice() {
        Map<Language, Contents> own = new EnumMap<>(Language.class);
        contents.forEach((asking, known) -> {
            if (asking.currency().equals(Money.BASE)) {
                own.put(asking.language(), known);
            }
        });
        contents = priced(own);
    }

    /** By every price list; what has no price on one yet is not in it. */
    private Map<Asking, Contents> priced(Map<Language, Contents> own) {
        Map<Asking, Contents> fresh = new HashMap<>();
        products.prices()
                .forEach((currency, prices) -> own.forEach((language, known) -> fresh.put(
                        new Asking(language, currency),
                        contents(
                                known.categories(),
                                known.all().stream()
                                        .filter(p -> p.isPriced(prices))
                                        .map(p -> p.priced(prices))
                                        .toList(),
                                known.alts()))));
        return Map.copyOf(fresh);
    }

    private static Contents contents(Map<String, Category> categories, List<Product> all, Map<String, String> alts) {
        Map<String, Product> bySlug = new LinkedHashMap<>();
        Map<String, Item> bySku = new LinkedHashMap<>();
        for (Product product : all) {
            if (product.variants().isEmpty() || !categories.containsKey(product.category())) {
                continue; // written while this was read; who wrote it tells once more
            }
            bySlug.put(product.slug(), product);
            product.variants().forEach(v -> bySku.put(v.sku(), new Item(product, v)));
        }
        return new Contents(categories, List.copyOf(bySlug.values()), bySlug, bySku, alts);
    }

    private Contents contents() {
        return contents.getOrDefault(new Asking(Language.current(), Money.currency()), EMPTY);
    }

    @Scheduled(fixedDelayString = "${shop.shelf-refresh:2s}")
    void refreshAvailability() {
        if (contents().items().isEmpty()) {
            return;
        }
        try {
            available = products.available();
        } catch (DataAccessException ignored) {
            // the last known numbers stay; pages that must be sure ask the database
        }
    }

    /** Grows with everything that changed on it, so that others know when what they derived is old. */
    public int edition() {
        return edition;
    }

    /** Whether it has prices in a currency. */
    public boolean isPricedIn(String currency) {
        return contents.containsKey(new Asking(Language.EN, currency));
    }

    public List<Category> categories() {
        return List.copyOf(contents().categories().values());
    }

    public Optional<Category> category(String id) {
        return Optional.ofNullable(contents().categories().get(id));
    }

    public List<Product> products() {
        return contents().all();
    }

    public Optional<Product> product(String slug) {
        return Optional.ofNullable(contents().products().get(slug));
    }

    /** What is said instead of a picture that merchants brought, by its name. */
    public Map<String, String> alts() {
        return contents().alts();
    }

    public Optional<Item> item(String sku) {
        return Optional.ofNullable(contents().items().get(sku));
    }

    /** How many could be sold; never below zero. */
    public int available(String sku) {
        return Math.max(0, available.getOrDefault(sku, 0));
    }

    public boolean inStock(Product product) {
        return product.variants().stream().anyMatch(v -> available(v.sku()) > 0);
    }
}
