package io.tillflow.connectors.suppliers.sandbox;

import io.tillflow.connectors.provider.Page;
import io.tillflow.connectors.suppliers.Purchase;
import io.tillflow.connectors.suppliers.PurchaseRequest;
import io.tillflow.processes.PurchaseStatus;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox suppliers' books: what was ordered from them and how it stands. */
public final class PurchaseBook {
    private static final String COLUMNS = """
            seq, id, reference, supplier, sku, quantity, unit_price, currency, status, agreed, expected_on, reminders, placed_at, ended_at
            """;

    private final JdbcClient database;
    private final Clock clock;

    public PurchaseBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One purchase with everything the supplier remembers of it. */
    public record Entry(
            long seq,
            String id,
            String reference,
            String supplier,
            String sku,
            int quantity,
            long unitPrice,
            String currency,
            PurchaseStatus status,
            int agreed,
            @Nullable LocalDate expectedOn,
            int reminders,
            Instant placedAt,
            @Nullable Instant endedAt) {
        public Purchase purchase() {
            return new Purchase(id, reference, supplier, sku, quantity, status, agreed, expectedOn);
        }
    }

    /** What happens next by itself. */
    record Next(PurchaseStatus status, Instant at) {}

    /**
     * Takes an order.
     *
     * @param next null when nothing happens by itself
     */
    String take(PurchaseRequest request, @Nullable Next next) {
        String id = "po_" + UUID.randomUUID().toString().replace("-", "");
        database.sql("""
                insert into connectors.sandbox_purchase
                       (id, reference, supplier, sku, quantity, unit_price, currency, agreed, next_status, next_at, placed_at)
                values (:id, :reference, :supplier, :sku, :quantity, :unitPrice, :currency, :quantity, :nextStatus, :nextAt, :now)
                """)
                .param("id", id)
                .param("reference", request.reference())
                .param("supplier", request.supplier())
                .param("sku", request.sku())
                .param("quantity", request.quantity())
                .param("unitPrice", request.unitPrice().minorUnits())
                .param("currency", request.unitPrice().currency())
                .param("nextStatus", next == null ? null : next.status().name(), Types.VARCHAR)
                .param("nextAt", next == null ? null : Timestamp.from(next.at()), Types.TIMESTAMP)
                .param("now", now())
                .update();
        return id;
    }

    public Optional<Entry> find(String id) {
        return database.sql("select " + COLUMNS + " from connectors.sandbox_purchase where id = :id")
                .param("id", id)
                .query(Entry.class)
                .optional();
    }

    public Page<Entry> all(Page.Request request) {
        return Page.of(
                database.sql("select " + COLUMNS
                                + " from connectors.sandbox_purchase where seq > :after order by seq limit :limit")
                        .param("after", request.after())
                        .param("limit", request.limitPlusOne())
                        .query(Entry.class)
                        .list(),
                request.limit(),
                Entry::seq);
    }

    /** How a purchase moves on. */
    record Move(
            PurchaseStatus to,
            int agreed,
            @Nullable LocalDate expectedOn,
            @Nullable Next next) {}

    /** Moves a purchase that is still open; false when it had ended, or stands there already. */
    boolean move(String id, Move move) {
        Next next = move.next();
        boolean ends = move.to() != PurchaseStatus.PLACED && move.to() != PurchaseStatus.CONFIRMED;
        return database.sql("""
                update connectors.sandbox_purchase
                   set status = :to, agreed = :agreed, expected_on = coalesce(:expectedOn, expected_on),
                       next_status = :nextStatus, next_at = :nextAt, ended_at = :endedAt
                 where id = :id and status in ('PLACED', 'CONFIRMED') and (status <> :to or agreed <> :agreed)
                """)
                        .param("id", id)
                        .param("to", move.to().name())
                        .param("agreed", move.agreed())
                        .param("expectedOn", move.expectedOn(), Types.DATE)
                        .param("nextStatus", next == null ? null : next.status().name(), Types.VARCHAR)
                        .param("nextAt", next == null ? null : Timestamp.from(next.at()), Types.TIMESTAMP)
                        .param("endedAt", ends ? now() : null, Types.TIMESTAMP)
                        .update()
                == 1;
    }

    /** Counts a reminder; the first one sets off what the supplier had put off. */
    void remind(String id, @Nullable Next next) {
        database.sql("""
                update connectors.sandbox_purchase
                   set reminders = reminders + 1,
                       next_status = coalesce(next_status, :nextStatus), next_at = coalesce(next_at, :nextAt)
                 where id = :id and status = 'PLACED'
                """)
                .param("id", id)
                .param("nextStatus", next == null ? null : next.status().name(), Types.VARCHAR)
                .param("nextAt", next == null ? null : Timestamp.from(next.at()), Types.TIMESTAMP)
                .update();
    }

    record Due(String id, PurchaseStatus nextStatus) {}

    List<Due> due() {
        return database.sql("""
                select id, next_status from connectors.sandbox_purchase
                 where next_at <= :now order by next_at limit 100 for update skip locked
                """).param("now", now()).query(Due.class).list();
    }

    /** Counts a call for this reference and says which one it was. */
    int countCall(String reference) {
        return database.sql("""
                insert into connectors.sandbox_purchase_call (reference, calls) values (:reference, 1)
                on conflict (reference) do update set calls = sandbox_purchase_call.calls + 1
                returning calls
                """)
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
