package io.tillflow.connectors.messaging;

import io.tillflow.connectors.provider.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Addresses that no letter goes to: mail servers said that there is no such mailbox, or a person put them here.
 *
 * <p>An address is known again by its digest and shown with most of its name left out.
 */
public final class SuppressionList {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}");
    private static final int LONGEST_REASON = 200;
    private static final String COLUMNS = "seq, shown, cause, reason, added_at, added_by";

    private final JdbcClient database;
    private final Clock clock;

    public SuppressionList(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who found that nothing should go there. */
    public enum Cause {
        /** A mail server. */
        REFUSED,
        BY_HAND
    }

    /** @param shown the address with most of its name left out */
    public record Entry(long seq, String shown, Cause cause, String reason, Instant addedAt, String addedBy) {}

    /** Why nothing goes to an address; empty where something may. */
    public Optional<String> why(String address) {
        return database.sql("select reason from connectors.suppressed_address where digest = :digest")
                .param("digest", digest(address))
                .query(String.class)
                .optional();
    }

    /** Added again it stays as it was added first. */
    public Entry add(String address, Cause cause, String reason, String by) {
        if (!ADDRESS.matcher(address.strip()).matches()) {
            throw new IllegalArgumentException("address must be an e-mail address like name@example.com");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason must be given, in at most " + LONGEST_REASON
                    + " characters: whoever misses a letter wants to know why");
        }
        return database.sql("""
                insert into connectors.suppressed_address (digest, shown, cause, reason, added_at, added_by)
                values (:digest, :shown, :cause, :reason, :now, :by)
                on conflict (digest) do update set digest = excluded.digest
                returning
                """ + " " + COLUMNS)
                .param("digest", digest(address))
                .param("shown", shown(address.strip()))
                .param("cause", cause.name())
                .param("reason", reason.strip())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Entry.class)
                .single();
    }

    /** Letters may go there again. */
    public Optional<Entry> remove(long seq) {
        return database.sql("delete from connectors.suppressed_address where seq = :seq returning " + COLUMNS)
                .param("seq", seq)
                .query(Entry.class)
                .optional();
    }

    public Page<Entry> all(Page.Request request) {
        return Page.of(
                database.sql("select " + COLUMNS + """
                         from connectors.suppressed_address where seq > :after order by seq limit :limit
                        """)
                        .param("after", request.after())
                        .param("limit", request.limitPlusOne())
                        .query(Entry.class)
                        .list(),
                request.limit(),
                Entry::seq);
    }

    static String digest(String address) {
        try {
            byte[] bytes = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** "mara@example.org" as "m…@example.org". */
    private static String shown(String address) {
        return address.substring(0, 1) + "…" + address.substring(address.indexOf('@'));
    }
}
