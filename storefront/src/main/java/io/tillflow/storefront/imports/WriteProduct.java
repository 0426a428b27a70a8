package io.tillflow.storefront.imports;

import io.tillflow.storefront.catalogue.Attribute;
import io.tillflow.storefront.catalogue.ProductWords;
import io.tillflow.storefront.catalogue.WriteWords;
import io.tillflow.storefront.imports.Importer.Outcome;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Stock;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a product on the shelf or changes it; counts of variants the shop knows stay as they are. */
@Component
class WriteProduct {
    private static final String NO_PICTURE = "no-picture";

    private final JdbcClient jdbc;
    private final Stock stock;
    private final WriteWords words;
    private final GermanOptions options;
    private final Clock clock;

    WriteProduct(JdbcClient jdbc, Stock stock, WriteWords words, GermanOptions options, Clock clock) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.words = words;
        this.options = options;
        this.clock = clock;
    }

    Outcome store(ImportedProduct product, Cells cells) {
        for (ImportedProduct.Variant variant : product.variants()) {
            Optional<String> other = jdbc.sql("select product from variant where sku = :sku and product <> :product")
                    .param("sku", variant.sku())
                    .param("product", product.slug())
                    .query(String.class)
                    .optional();
            other.ifPresent(taken -> cells.wrong("sku", variant.sku() + " belongs to the product " + taken));
        }
        Optional<Boolean> fresh = product(product, category(product.category()));
        List<Need> opened = new ArrayList<>();
        boolean changed = words(product);
        for (int i = 0; i < product.variants().size(); i++) {
            ImportedProduct.Variant variant = product.variants().get(i);
            Optional<Boolean> added = variant(product.slug(), variant, i);
            changed |= added.isPresent();
            if (added.orElse(false)) {
                opened.add(new Need(variant.sku(), variant.stock()));
            }
        }
        changed |= options.take(product, cells);
        if (!opened.isEmpty()) {
            stock.stockUp(opened);
        }
        if (fresh.orElse(false)) {
            return Outcome.CREATED;
        }
        return fresh.isPresent() || changed ? Outcome.UPDATED : Outcome.UNCHANGED;
    }

    /** Whether anything about them is new; a file without such columns leaves them as they are. */
    private boolean words(ImportedProduct product) {
        boolean changed = false;
        ProductWords own = words.of(product.slug(), Language.EN).orElseThrow();
        List<Attribute> attributes = product.words().attributes();
        if (attributes != null && !attributes.equals(own.attributes())) {
            words.put(
                    product.slug(),
                    Language.EN,
                    new ProductWords(own.name(), own.line(), own.about(), own.care(), own.kind(), attributes));
            changed = true;
        }
        ProductWords german = product.words().german();
        if (german != null && !words.of(product.slug(), Language.DE).equals(Optional.of(german))) {
            words.put(product.slug(), Language.DE, german);
            changed = true;
        }
        return changed;
    }

    /** The shelf of that name, put up when there is none. */
    private String category(String name) {
        String id = PlainText.slug(name);
        return jdbc.sql(
                        "select id from category where id = :id or lower(name) = lower(:name) or lower(title) = lower(:name) limit 1")
                .param("id", id)
                .param("name", name)
                .query(String.class)
                .optional()
                .orElseGet(() -> jdbc.sql("""
                        insert into category (id, name, title, intro, picture, position)
                        values (:id, :name, :name, '', :picture, (select coalesce(max(position), 0) + 1 from category))
                        returning id""")
                        .param("id", id)
                        .param("name", name)
                        .param("picture", NO_PICTURE)
                        .query(String.class)
                        .single());
    }

    /** Whether it is new; nothing when it was just like this before. */
    private Optional<Boolean> product(ImportedProduct p, String category) {
        return jdbc.sql("""
                insert into product (slug, name, line, about, care, category, kind, place, attributes, popularity, added_at)
                values (:slug, :name, :line, :about, :care, :category, :kind, :place, '[]', 0, :now)
                on conflict (slug) do update set name = excluded.name, line = excluded.line, about = excluded.about,
                    care = excluded.care, category = excluded.category, kind = excluded.kind, place = excluded.place
                where (product.name, product.line, product.about, product.care, product.category, product.kind, product.place)
                    is distinct from (excluded.name, excluded.line, excluded.about, excluded.care, excluded.category,
                        excluded.kind, excluded.place)
                returning (xmax = 0) as fresh""")
                .param("slug", p.slug())
                .param("name", p.name())
                .param("line", p.line())
                .param("about", p.about())
                .param("care", p.care())
                .param("category", category)
                .param("kind", p.kind())
                .param("place", p.place())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .optional();
    }

    private Optional<Boolean> variant(String product, ImportedProduct.Variant v, int position) {
        return jdbc.sql("""
                insert into variant (sku, product, position, colour, colour_name, size, price, weight_grams, pictures)
                values (:sku, :product, :position, :colour, :colourName, :size, :price, :grams, array[:picture])
                on conflict (sku) do update set position = excluded.position, colour = excluded.colour,
                    colour_name = excluded.colour_name, size = excluded.size, price = excluded.price,
                    weight_grams = excluded.weight_grams
                where (variant.position, variant.colour, variant.colour_name, variant.size, variant.price, variant.weight_grams)
                    is distinct from (excluded.position, excluded.colour, excluded.colour_name, excluded.size,
                        excluded.price, excluded.weight_grams)
                returning (xmax = 0) as fresh""")
                .param("sku", v.sku())
                .param("product", product)
                .param("position", position)
                .param("colour", v.colourCode())
                .param("colourName", v.colour().isEmpty() ? "As shown" : v.colour())
                .param("size", v.size())
                .param("price", v.price())
                .param("grams", v.weightGrams())
                .param("picture", v.picture().matches("[a-z0-9-]{1,80}") ? v.picture() : NO_PICTURE)
                .query(Boolean.class)
                .optional();
    }
}
