package io.tillflow.storefront.pictures;

import io.tillflow.storefront.language.Language;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The pictures that merchants brought. The same one brought twice is one. */
@Repository
public class PictureStore {
    private static final int NAME_BYTES = 12;
    private static final int PATIENCE_SECONDS = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    /** A picture being read needs much memory. */
    private final Semaphore reading = new Semaphore(1);

    PictureStore(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Others are being read, for too long to wait. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Its name. Nobody waits for a picture to be read with a connection in hand. */
    public String add(byte[] file, Map<Language, String> alts, String author) {
        Map<Integer, byte[]> files = made(file);
        String name = "u-" + digest(Objects.requireNonNull(files.get(Pictured.WIDTHS.getLast())));
        transaction.executeWithoutResult(begun -> keep(name, files, alts, author));
        return name;
    }

    private void keep(String name, Map<Integer, byte[]> files, Map<Language, String> alts, String author) {
        boolean fresh = jdbc.sql("""
                insert into picture (name, author, added_at) values (:name, :author, :now) on conflict do nothing""")
                        .param("name", name)
                        .param("author", author)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (fresh) {
            files.forEach((width, bytes) -> jdbc.sql(
                            "insert into picture_file (picture, width, bytes) values (:name, :width, :bytes)")
                    .param("name", name)
                    .param("width", width)
                    .param("bytes", bytes)
                    .update());
        }
        say(name, alts);
    }

    private Map<Integer, byte[]> made(byte[] file) {
        try {
            if (!reading.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return Pictured.of(ReadPicture.of(file));
        } finally {
            reading.release();
        }
    }

    /** What is said instead of showing it. */
    @Transactional
    public void say(String name, Map<Language, String> alts) {
        alts.forEach((language, alt) -> jdbc.sql("""
                insert into picture_text (picture, language, alt) values (:name, :language, :alt)
                on conflict (picture, language) do update set alt = excluded.alt""")
                .param("name", name)
                .param("language", language.code())
                .param("alt", alt)
                .update());
    }

    public Map<Language, String> alts(String name) {
        Map<Language, String> alts = new EnumMap<>(Language.class);
        jdbc.sql("select language, alt from picture_text where picture = :name")
                .param("name", name)
                .query((row, n) -> Map.entry(row.getString("language"), row.getString("alt")))
                .list()
                .forEach(it -> Language.of(it.getKey()).ifPresent(language -> alts.put(language, it.getValue())));
        return alts;
    }

    public boolean knows(String name) {
        return jdbc.sql("select count(*) from picture where name = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** A JPEG of that width. */
    public Optional<byte[]> file(String name, int width) {
        return jdbc.sql("select bytes from picture_file where picture = :name and width = :width")
                .param("name", name)
                .param("width", width)
                .query(byte[].class)
                .optional();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(sum, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
