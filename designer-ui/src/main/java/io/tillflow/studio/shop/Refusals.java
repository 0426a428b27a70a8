package io.tillflow.studio.shop;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed prices that a person did not want. */
@Repository
class Refusals {
    private final JdbcClient database;

    Refusals(JdbcClient database) {
        this.database = database;
    }

    void add(String sku, long price, String reason, String author, Instant at) {
        database.sql("insert into studio.price_refusal values (:sku, :price, :reason, :author, :at)")
                .param("sku", sku)
                .param("price", price)
                .param("reason", reason)
                .param("author", author)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Variants of which a proposal was refused since. */
    Set<String> since(Instant when) {
        return Set.copyOf(database.sql("select distinct sku from studio.price_refusal where at > :when")
                .param("when", Timestamp.from(when))
                .query(String.class)
                .list());
    }
}
