package io.tillflow.connectors.shipping.sandbox;

import io.tillflow.connectors.provider.Page;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentRequest;
import io.tillflow.connectors.shipping.ShipmentStatus;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox carriers' books: what was handed over and where it is. */
public final class ShipmentBook {
    /** The service of a parcel that comes back. */
    static final String RETURN = "return";

    private final JdbcClient database;
    private final Clock clock;

    public ShipmentBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One parcel with everything the carrier remembers of it; of the address only the town. */
    public record Entry(
            long seq,
            String id,
            String reference,
            String carrier,
            String service,
            String trackingNumber,
            ShipmentStatus status,
            String town,
            String country,
            int weightGrams,
            Instant createdAt,
            @Nullable Instant endedAt) {
        Shipment shipment() {
            return new Shipment(
                    id, reference, carrier, service, trackingNumber, status, "/sandbox/track/" + trackingNumber);
        }
    }

    private static final String COLUMNS = """
            seq, id, reference, carrier, service, tracking_number, status, town, country, weight_grams, created_at, ended_at
            """;

    /**
     * Takes a parcel on.
     *
     * @param arrival how and when its journey ends by itself; null when it never does
     */
    String take(ShipmentRequest request, @Nullable Arrival arrival) {
        String id = "shp_" + UUID.randomUUID().toString().replace("-", "");
        database.sql("""
                insert into connectors.sandbox_shipment
                       (id, reference, carrier, service, tracking_number, town, country, weight_grams, arrives_as, arrives_at, created_at)
                values (:id, :reference, :carrier, :service, :trackingNumber, :town, :country, :weightGrams, :arrivesAs, :arrivesAt, :now)
                """)
                .param("id", id)
                .param("reference", request.reference())
                .param("carrier", request.carrier())
                .param("service", request.service())
                .param("trackingNumber", trackingNumber())
                .param("town", request.recipient().town())
                .param("country", request.recipient().country())
                .param("weightGrams", request.weightGrams())
                .param("arrivesAs", arrival == null ? null : arrival.as().name(), Types.VARCHAR)
                .param("arrivesAt", arrival == null ? null : Timestamp.from(arrival.at()), Types.TIMESTAMP)
                .param("now", now())
                .update();
        return id;
    }

    record Arrival(ShipmentStatus as, Instant at) {}

    public Optional<Entry> find(String id) {
        return read("id", id);
    }

    Optional<Entry> tracked(String trackingNumber) {
        return read("tracking_number", trackingNumber);
    }

    private Optional<Entry> read(String column, String value) {
        return database.sql("select " + COLUMNS + " from connectors.sandbox_shipment where " + column + " = :value")
                .param("value", value)
                .query(Entry.class)
                .optional();
    }

    public Page<Entry> all(Page.Request request) {
        return Page.of(
                database.sql("select " + COLUMNS
                                + " from connectors.sandbox_shipment where seq > :after order by seq limit :limit")
                        .param("after", request.after())
                        .param("limit", request.limitPlusOne())
                        .query(Entry.class)
                        .list(),
                request.limit(),
                Entry::seq);
    }

    /** Ends a parcel's journey; false when it had ended before. */
    boolean end(String id, ShipmentStatus status) {
        return database.sql("""
                update connectors.sandbox_shipment set status = :status, ended_at = :now, arrives_at = null
                 where id = :id and status = 'IN_TRANSIT'
                """)
                        .param("id", id)
                        .param("status", status.name())
                        .param("now", now())
                        .update()
                == 1;
    }

    record Due(String id, ShipmentStatus arrivesAs) {}

    List<Due> due() {
        return database.sql("""
                select id, arrives_as from connectors.sandbox_shipment
                 where arrives_at <= :now and status = 'IN_TRANSIT' order by arrives_at limit 100 for update skip locked
                """).param("now", now()).query(Due.class).list();
    }

    /** Counts a call for this order and says which one it was. */
    int countCall(String reference) {
        return database.sql("""
                insert into connectors.sandbox_shipping_call (reference, calls) values (:reference, 1)
                on conflict (reference) do update set calls = sandbox_shipping_call.calls + 1
                returning calls
                """)
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }

    private String trackingNumber() {
        return "ULM"
                + String.format("%012d", Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000L));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
