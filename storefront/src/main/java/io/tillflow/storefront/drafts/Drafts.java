package io.tillflow.storefront.drafts;

import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.drafts.Draft.Content;
import io.tillflow.storefront.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All drafts. */
@Repository
public class Drafts {
    private static final String SELECT = """
            select d.*, o.id as order_id, o.number from draft_order d left join orders o on o.checkout_id = d.checkout_id
            where\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Draft> find(UUID id) {
        return jdbc.sql(SELECT + "d.id = :id")
                .param("id", id)
                .query((row, n) -> draft(row))
                .optional();
    }

    Optional<Draft> lock(UUID id) {
        return jdbc.sql(SELECT + "d.id = :id for update of d")
                .param("id", id)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** Newest first; {@code before} is where the last page ended. */
    public List<Draft> page(@Nullable Instant before, UUID beforeId, int limit) {
        return jdbc.sql(SELECT + """
                (cast(:before as timestamptz) is null or (d.created_at, d.id) < (:before, :beforeId))
                order by d.created_at desc, d.id desc limit :limit""")
                .param("before", before == null ? null : Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, n) -> draft(row))
                .list();
    }

    /** Begun again with the same id it is the same draft. */
    void insert(UUID id, String author, Content content) {
        jdbc.sql("""
                insert into draft_order (id, author, language, currency, lines, details, discount, note, created_at, updated_at)
                values (:id, :author, :language, :currency, cast(:lines as jsonb), cast(:details as jsonb), :discount, :note, :now, :now)
                on conflict (id) do nothing""")
                .param("id", id)
                .param("author", author)
                .param("language", content.language().code())
                .param("currency", content.currency())
                .param("lines", json.writeValueAsString(content.lines()))
                .param("details", json.writeValueAsString(content.details()))
                .param("discount", content.discount())
                .param("note", content.note())
                .param("now", now())
                .update();
    }

    void update(UUID id, Content content) {
        jdbc.sql("""
                update draft_order set language = :language, currency = :currency, lines = cast(:lines as jsonb), details = cast(:details as jsonb),
                    discount = :discount, note = :note, revision = revision + 1, checkout_id = null, updated_at = :now
                where id = :id""")
                .param("language", content.language().code())
                .param("currency", content.currency())
                .param("lines", json.writeValueAsString(content.lines()))
                .param("details", json.writeValueAsString(content.details()))
                .param("discount", content.discount())
                .param("note", content.note())
                .param("now", now())
                .param("id", id)
                .update();
    }

    void setCheckout(UUID id, UUID checkout) {
        jdbc.sql("update draft_order set checkout_id = :checkout, updated_at = :now where id = :id")
                .param("checkout", checkout)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** The order knows its customer; the draft need not any more. */
    void forgetCustomer(UUID id) {
        jdbc.sql("update draft_order set details = '{}', note = '' where id = :id")
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from draft_order where id = :id").param("id", id).update();
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("author"),
                row.getInt("revision"),
                new Content(
                        Language.of(row.getString("language")).orElse(Language.EN),
                        row.getString("currency"),
                        List.of(json.readValue(row.getString("lines"), Draft.Line[].class)),
                        json.readValue(row.getString("details"), DetailsForm.class),
                        row.getLong("discount"),
                        row.getString("note")),
                row.getObject("checkout_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("number"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
