package io.tillflow.storefront.exports;

import io.tillflow.storefront.catalogue.Attribute;
import io.tillflow.storefront.catalogue.OptionWords;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.catalogue.WriteOptions;
import io.tillflow.storefront.catalogue.WriteWords;
import io.tillflow.storefront.imports.ImportKind;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Products with their variants, one row a variant; only the first row of a product describes it. */
@Component
class ProductExport implements Export {
    private static final int GERMAN = 6;
    private static final String NO_COLOUR = "As shown";
    private static final List<String> NOTHING_MORE = Collections.nCopies(14, "");

    private final Shelf shelf;
    private final JdbcClient jdbc;
    private final WriteWords words;
    private final WriteOptions options;

    ProductExport(Shelf shelf, JdbcClient jdbc, WriteWords words, WriteOptions options) {
        this.shelf = shelf;
        this.jdbc = jdbc;
        this.words = words;
        this.options = options;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PRODUCTS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Handle",
                "Title",
                "Body (HTML)",
                "category",
                "kind",
                "line",
                "care",
                "place",
                "attributes",
                "title_de",
                "body_de",
                "kind_de",
                "line_de",
                "care_de",
                "attributes_de",
                "Option1 Name",
                "Option1 Value",
                "Option2 Name",
                "Option2 Value",
                "colour_de",
                "size_de",
                "colour_id",
                "Variant SKU",
                "Variant Grams",
                "Variant Inventory Qty",
                "Variant Price",
                "picture");
    }

    @Override
    public void rows(Consumer<List<String>> row) {
        Map<String, Integer> onHand = new HashMap<>();
        jdbc.sql("select sku, on_hand from stock").query(level -> {
            onHand.put(level.getString("sku"), level.getInt("on_hand"));
        });
        for (Product product : shelf.products()) {
            OptionWords german = options.of(product.slug(), Language.DE);
            for (Variant variant : product.variants()) {
                List<String> cells = new ArrayList<>(List.of(product.slug()));
                cells.addAll(variant.equals(product.first()) ? described(product) : NOTHING_MORE);
                cells.addAll(options(variant));
                cells.addAll(List.of(
                        variant.colourName().equals(NO_COLOUR)
                                ? ""
                                : german.colours().getOrDefault(variant.colour(), ""),
                        german.sizes().getOrDefault(variant.size(), ""),
                        variant.colourName().equals(NO_COLOUR) ? "" : variant.colour(),
                        variant.sku(),
                        String.valueOf(variant.weightGrams()),
                        String.valueOf(onHand.getOrDefault(variant.sku(), 0)),
                        Money.plain(variant.price()),
                        variant.picture()));
                row.accept(cells);
            }
        }
    }

    private List<String> described(Product product) {
        List<String> cells = new ArrayList<>(List.of(
                product.name(),
                HtmlUtils.htmlEscape(product.about(), "UTF-8"),
                product.category(),
                product.kind(),
                product.line(),
                product.care(),
                product.place(),
                cell(product.attributes())));
        words.of(product.slug(), Language.DE)
                .ifPresentOrElse(
                        german -> cells.addAll(List.of(
                                german.name(),
                                HtmlUtils.htmlEscape(german.about(), "UTF-8"),
                                german.kind(),
                                german.line(),
                                german.care(),
                                cell(german.attributes()))),
                        () -> cells.addAll(Collections.nCopies(GERMAN, "")));
        return cells;
    }

    private static String cell(List<Attribute> attributes) {
        return attributes.stream().map(it -> it.name() + ": " + it.value()).collect(Collectors.joining("\n"));
    }

    private static List<String> options(Variant variant) {
        List<String> options = new ArrayList<>();
        if (!variant.colourName().equals(NO_COLOUR)) {
            options.addAll(List.of("Color", variant.colourName()));
        }
        if (!variant.size().isEmpty()) {
            options.addAll(List.of("Size", variant.size()));
        }
        if (options.isEmpty()) {
            options.addAll(List.of("Title", "Default Title"));
        }
        while (options.size() < 4) {
            options.add("");
        }
        return options;
    }
}
