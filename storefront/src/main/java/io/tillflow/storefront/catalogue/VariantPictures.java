package io.tillflow.storefront.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which pictures show a variant, the first one on cards; all sizes of a colour look alike. */
@Repository
public class VariantPictures {
    private final JdbcClient jdbc;

    VariantPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing where there is no such variant. */
    public Optional<List<String>> of(String sku) {
        return jdbc.sql("select pictures from variant where sku = :sku")
                .param("sku", sku)
                .query((row, n) -> List.of((String[]) row.getArray("pictures").getArray()))
                .optional();
    }

    public void put(String sku, List<String> pictures) {
        jdbc.sql("""
                update variant set pictures = :pictures
                where (product, colour) = (select product, colour from variant where sku = :sku)""")
                .param("pictures", pictures.toArray(String[]::new))
                .param("sku", sku)
                .update();
    }
}
