package io.tillflow.storefront.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
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
        lock(sku);
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

    /**
     * Puts them in another order.
     *
     * @return whether those are all there are: another one may have come meanwhile
     */
    @Transactional
    public boolean order(String sku, List<String> pictures) {
        lock(sku);
        List<String> now = of(sku).orElse(List.of());
        if (now.size() != pictures.size() || !new HashSet<>(now).equals(new HashSet<>(pictures))) {
            return false;
        }
        put(sku, pictures);
        return true;
    }

    /**
     * Takes one away.
     *
     * @return whether another one stays
     */
    @Transactional
    public boolean remove(String sku, String picture) {
        lock(sku);
        List<String> left = of(sku).orElse(List.of()).stream()
                .filter(name -> !name.equals(picture))
                .toList();
        if (left.isEmpty()) {
            return false;
        }
        put(sku, left);
        return true;
    }

    private void lock(String sku) {
        jdbc.sql("""
                select 1 from variant
                where (product, colour) = (select product, colour from variant where sku = :sku)
                order by sku for update""").param("sku", sku).query().listOfRows();
    }

    private void put(String sku, List<String> pictures) {
        jdbc.sql("""
                update variant set pictures = :pictures
                where (product, colour) = (select product, colour from variant where sku = :sku)""")
                .param("pictures", pictures.toArray(String[]::new))
                .param("sku", sku)
                .update();
    }
}
