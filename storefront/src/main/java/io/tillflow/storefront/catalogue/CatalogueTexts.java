package io.tillflow.storefront.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the demo products are called in another language; for what is not on the shelves, nothing. */
final class CatalogueTexts {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    CatalogueTexts(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record CategoryText(String id, String name, String title, String intro) {}

    record VariantText(String sku, String colourName, String size) {}

    record ProductText(
            String slug,
            String name,
            String line,
            String about,
            String care,
            String kind,
            List<Attribute> attributes,
            List<VariantText> variants) {}

    record Texts(String language, List<CategoryText> categories, List<ProductText> products) {}

    void insert(Texts texts) {
        String language = texts.language();
        List<Object[]> products = new ArrayList<>();
        List<Object[]> variants = new ArrayList<>();
        for (ProductText p : texts.products()) {
            products.add(new Object[] {
                language,
                p.name(),
                p.line(),
                p.about(),
                p.care(),
                p.kind(),
                json.writeValueAsString(p.attributes()),
                p.slug()
            });
            p.variants().forEach(v -> variants.add(new Object[] {language, v.colourName(), v.size(), v.sku()}));
        }
        jdbc.batchUpdate(
                """
                insert into category_text (category, language, name, title, intro)
                select id, ?, ?, ?, ? from category where id = ? on conflict do nothing""",
                texts.categories().stream()
                        .map(c -> new Object[] {language, c.name(), c.title(), c.intro(), c.id()})
                        .toList());
        jdbc.batchUpdate("""
                insert into product_text (product, language, name, line, about, care, kind, attributes)
                select slug, ?, ?, ?, ?, ?, ?, ?::jsonb from product where slug = ? on conflict do nothing""", products);
        jdbc.batchUpdate("""
                insert into variant_text (sku, language, colour_name, size)
                select sku, ?, ?, ? from variant where sku = ? on conflict do nothing""", variants);
    }
}
