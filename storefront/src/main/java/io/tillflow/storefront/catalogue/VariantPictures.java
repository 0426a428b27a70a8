package io.tillflow.storefront.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

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

    /**
     * Puts one behind those that were brought, instead of what is only drawn.
     *
     * @return whether it has a place
     */
    @Transactional
    public boolean add(String sku, String picture, int most) {
        jdbc.sql("""
                select 1 from variant
                where (product, colour) = (select product, colour from variant where sku = :sku)
                order by sku for update""").param("sku", sku).query().listOfRows();
        List<String> pictures = new ArrayList<>(of(sku).orElse(List.of()));
        pictures.removeIf(name -> !PictureAddress.brought(name));
        if (!pictures.contains(picture)) {
            pictures.add(picture);
        }
        if (pictures.size() > most) {
            return false;
        }
        put(sku, pictures);
        return true;
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
