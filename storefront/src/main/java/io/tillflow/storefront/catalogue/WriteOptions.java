package io.tillflow.storefront.catalogue;

import io.tillflow.storefront.language.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads and changes what colours and sizes are called in other languages than the shop's own. */
@Component
public class WriteOptions {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    WriteOptions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public OptionWords of(String product, Language language) {
        Map<String, String> colours = new LinkedHashMap<>();
        Map<String, String> sizes = new LinkedHashMap<>();
        String names = language == Language.EN
                ? "v.colour_name, v.size as size_name"
                : "coalesce(t.colour_name, '') as colour_name, coalesce(t.size, '') as size_name";
        jdbc.sql("select v.colour, v.size, " + names + """
                 from variant v left join variant_text t on t.sku = v.sku and t.language = :language
                where v.product = :product order by v.position""")
                .param("language", language.code())
                .param("product", product)
                .query(row -> {
                    colours.merge(row.getString("colour"), row.getString("colour_name"), WriteOptions::said);
                    if (!row.getString("size").isEmpty()) {
                        sizes.merge(row.getString("size"), row.getString("size_name"), WriteOptions::said);
                    }
                });
        return new OptionWords(colours, sizes);
    }

    private static String said(String before, String now) {
        return before.isEmpty() ? now : before;
    }

    /**
     * Changes them.
     *
     * @param seen what its author looked at
     * @return whether it was still so
     */
    @Transactional
    public boolean write(String product, Language language, OptionWords seen, OptionWords names) {
        jdbc.sql("select 1 from variant where product = :product order by sku for update")
                .param("product", product)
                .query()
                .listOfRows();
        if (!of(product, language).equals(seen)) {
            return false;
        }
        jdbc.sql("""
                insert into variant_text (sku, language, colour_name, size)
                select sku, :language, nullif(cast(:colours as jsonb) ->> colour, ''), nullif(cast(:sizes as jsonb) ->> size, '')
                from variant where product = :product
                on conflict (sku, language) do update set colour_name = excluded.colour_name, size = excluded.size""")
                .param("language", language.code())
                .param("colours", json.writeValueAsString(names.colours()))
                .param("sizes", json.writeValueAsString(names.sizes()))
                .param("product", product)
                .update();
        return true;
    }
}
