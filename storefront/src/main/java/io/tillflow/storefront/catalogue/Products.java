package io.tillflow.storefront.catalogue;

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

    List<Category> categories() {
        return jdbc.sql("select id, name, title, intro, picture from category order by position")
                .query(Category.class)
                .list();
    }

    List<Product> all() {
        Map<String, List<Variant>> variants = new HashMap<>();
        jdbc.sql("""
                select product, sku, colour, colour_name, size, price, weight_grams, pictures
                from variant order by product, position""")
                .query((row, n) -> variants.computeIfAbsent(row.getString("product"), p -> new ArrayList<>())
                        .add(variant(row)))
                .list();
        return jdbc.sql("""
                select slug, name, line, about, care, category, kind, place, attributes, popularity, added_at
                from product order by popularity desc, slug""")
                .query((row, n) -> product(row, variants.getOrDefault(row.getString("slug"), List.of())))
                .list();
    }

    Map<String, Integer> available() {
        Map<String, Integer> available = new HashMap<>();
        jdbc.sql("select sku, on_hand - held - reserved - allocated as left_over from stock")
                .query(row -> {
                    available.put(row.getString("sku"), row.getInt("left_over"));
                });
        return available;
    }

    Map<String, Long> prices() {
        Map<String, Long> prices = new HashMap<>();
        jdbc.sql("select sku, price from variant").query(row -> {
            prices.put(row.getString("sku"), row.getLong("price"));
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
