package io.tillflow.storefront.catalogue;

import io.tillflow.storefront.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and changes what is said of a product in each language; what is not translated is shown in the shop's own. */
@Component
public class WriteWords {
    private static final TypeReference<List<Attribute>> ATTRIBUTES = new TypeReference<>() {};
    private static final String COLUMNS = "name, line, about, care, kind, attributes";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WriteWords(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Nothing where there is no such product, or it is not translated. */
    public Optional<ProductWords> of(String product, Language language) {
        return of(product, language, "");
    }

    private Optional<ProductWords> of(String product, Language language, String lock) {
        String where = language == Language.EN
                ? " from product where slug = :product"
                : " from product_text where product = :product and language = :language";
        return jdbc.sql("select " + COLUMNS + where + lock)
                .param("product", product)
                .param("language", language.code())
                .query(this::words)
                .optional();
    }

    /**
     * Changes them.
     *
     * @param seen what its author looked at; empty where it was not translated
     * @return whether it was still so
     */
    @Transactional
    public boolean write(String product, Language language, Optional<ProductWords> seen, ProductWords words) {
        if (!of(product, language, " for update").equals(seen)) {
            return false;
        }
        put(product, language, words);
        return true;
    }

    /** Whatever was there before. */
    public void put(String product, Language language, ProductWords words) {
        String sql = language == Language.EN ? """
                update product set name = :name, line = :line, about = :about, care = :care, kind = :kind,
                    attributes = cast(:attributes as jsonb) where slug = :product""" : """
                insert into product_text (product, language, name, line, about, care, kind, attributes)
                values (:product, :language, :name, :line, :about, :care, :kind, cast(:attributes as jsonb))
                on conflict (product, language) do update set name = excluded.name, line = excluded.line,
                    about = excluded.about, care = excluded.care, kind = excluded.kind, attributes = excluded.attributes""";
        jdbc.sql(sql)
                .param("product", product)
                .param("language", language.code())
                .param("name", words.name())
                .param("line", words.line())
                .param("about", words.about())
                .param("care", words.care())
                .param("kind", words.kind())
                .param("attributes", json.writeValueAsString(words.attributes()))
                .update();
    }

    private ProductWords words(ResultSet row, int number) throws SQLException {
        return new ProductWords(
                row.getString("name"),
                row.getString("line"),
                row.getString("about"),
                row.getString("care"),
                row.getString("kind"),
                json.readValue(row.getString("attributes"), ATTRIBUTES));
    }
}
