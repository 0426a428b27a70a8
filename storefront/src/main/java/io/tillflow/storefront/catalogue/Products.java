package io.tillflow.storefront.catalogue;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the catalogue from the database. */
@Repository
class Products {
    private static final TypeReference<List<Attribute>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Products(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In a language, as far as it is translated. */
    List<Category> categories(Language language) {
        return jdbc.sql("""
                select c.id, coalesce(t.name, c.name) as name, coalesce(t.title, c.title) as title,
                    coalesce(t.intro, c.intro) as intro, c.picture
                from category c left join category_text t on t.category = c.id and t.language = :language
                order by c.position""")
                .param("language", language.code())
                .query(Category.class)
                .list();
    }

    List<Product> all(Language language) {
        Map<String, List<Variant>> variants = new HashMap<>();
        jdbc.sql("""
                select v.product, v.sku, v.colour, coalesce(t.colour_name, v.colour_name) as colour_name,
                    coalesce(t.size, v.size) as size, v.price, v.weight_grams, v.pictures
                from variant v left join variant_text t on t.sku = v.sku and t.language = :language
                order by v.product, v.position""")
                .param("language", language.code())
                .query((row, n) -> variants.computeIfAbsent(row.getString("product"), p -> new ArrayList<>())
                        .add(variant(row)))
                .list();
        return jdbc.sql("""
                select p.slug, coalesce(t.name, p.name) as name, coalesce(t.line, p.line) as line,
                    coalesce(t.about, p.about) as about, coalesce(t.care, p.care) as care, p.category,
                    coalesce(t.kind, p.kind) as kind, p.place, coalesce(t.attributes, p.attributes) as attributes,
                    p.popularity, p.added_at
                from product p left join product_text t on t.product = p.slug and t.language = :language
                order by p.popularity desc, p.slug""")
                .param("language", language.code())
                .query((row, n) -> product(row, variants.getOrDefault(row.getString("slug"), List.of())))
                .list();
    }

    /** What is said instead of showing the pictures that merchants brought. */
    Map<String, String> alts(Language language) {
        Map<String, String> alts = new HashMap<>();
        jdbc.sql("select picture, alt from picture_text where language = :language")
                .param("language", language.code())
                .query(row -> {
                    alts.put(row.getString("picture"), row.getString("alt"));
                });
        return alts;
    }

    Map<String, Integer> available() {
        Map<String, Integer> available = new HashMap<>();
        jdbc.sql("select sku, on_hand - held - reserved - allocated as left_over from stock")
                .query(row -> {
                    available.put(row.getString("sku"), row.getInt("left_over"));
                });
        return available;
    }

    /** By currency and variant. */
    Map<String, Map<String, Long>> prices() {
        Map<String, Map<String, Long>> prices = new HashMap<>(Map.of(Money.BASE, new HashMap<>()));
        jdbc.sql(
                        "select :base as currency, sku, price from variant union all select currency, sku, price from variant_price")
                .param("base", Money.BASE)
                .query(row -> {
                    prices.computeIfAbsent(row.getString("currency"), list -> new HashMap<>())
                            .put(row.getString("sku"), row.getLong("price"));
                });
        return prices;
    }

    private static Variant variant(ResultSet row) throws SQLException {
        Array pictures = row.getArray("pictures");
        return new Variant(
                row.getString("sku"),
                row.getString("colour"),
                row.getString("colour_name"),
                row.getString("size"),
                row.getLong("price"),
                row.getInt("weight_grams"),
                List.of((String[]) pictures.getArray()));
    }

    private Product product(ResultSet row, List<Variant> variants) throws SQLException {
        return new Product(
                row.getString("slug"),
                row.getString("name"),
                row.getString("line"),
                row.getString("about"),
                row.getString("care"),
                row.getString("category"),
                row.getString("kind"),
                row.getString("place"),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                row.getInt("popularity"),
                row.getTimestamp("added_at").toInstant(),
                variants);
    }
}
