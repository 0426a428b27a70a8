package io.tillflow.storefront.search.meaning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What products mean, kept so that a start does not read the whole catalogue again. */
@Repository
class MeaningStore {
    private final JdbcClient jdbc;

    MeaningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param digest of the text that was read */
    record Kept(String digest, Meaning meaning) {}

    Map<String, Kept> all() {
        Map<String, Kept> kept = new HashMap<>();
        jdbc.sql("select product, digest, meaning from product_meaning where model = :model")
                .param("model", SentenceModel.NAME)
                .query(row -> {
                    kept.put(
                            row.getString("product"),
                            new Kept(row.getString("digest"), Meaning.read(row.getBytes("meaning"))));
                });
        return kept;
    }

    void keep(String product, Kept read) {
        jdbc.sql("""
                insert into product_meaning (product, model, digest, meaning) values (:product, :model, :digest, :meaning)
                on conflict (product) do update set
                    model = excluded.model, digest = excluded.digest, meaning = excluded.meaning""")
                .param("product", product)
                .param("model", SentenceModel.NAME)
                .param("digest", read.digest())
                .param("meaning", read.meaning().bytes())
                .update();
    }

    void forgetAllBut(Collection<String> products) {
        jdbc.sql("delete from product_meaning where product <> all (:products)")
                .param("products", products.toArray(String[]::new))
                .update();
    }
}
