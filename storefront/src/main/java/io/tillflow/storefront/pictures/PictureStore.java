package io.tillflow.storefront.pictures;

import io.tillflow.storefront.language.Language;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The pictures that merchants brought. The same one brought twice is one. */
@Repository
public class PictureStore {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ReadingRoom room;

    PictureStore(JdbcClient jdbc, Clock clock, TransactionTemplate transaction, ReadingRoom room) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.room = room;
    }

    /** Its name. Nobody waits for a picture to be read with a connection in hand. */
    public String add(byte[] file, Map<Language, String> alts, String author) {
        Map<Integer, Pictured.Files> files = room.read(() -> Pictured.of(ReadPicture.of(file)));
        String name = "u-"
                + PictureName.digest(Objects.requireNonNull(files.get(Pictured.WIDTHS.getLast()))
                        .jpeg());
        transaction.executeWithoutResult(begun -> keep(name, files, alts, author));
        return name;
    }

    private void keep(String name, Map<Integer, Pictured.Files> files, Map<Language, String> alts, String author) {
        boolean fresh = jdbc.sql("""
                insert into picture (name, author, added_at) values (:name, :author, :now) on conflict do nothing""")
                        .param("name", name)
                        .param("author", author)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (fresh) {
            files.forEach((width, made) -> jdbc.sql("""
                    insert into picture_file (picture, width, bytes, webp) values (:name, :width, :bytes, :webp)""")
                    .param("name", name)
                    .param("width", width)
                    .param("bytes", made.jpeg())
                    .param("webp", made.webp(), Types.BINARY)
                    .update());
        }
        say(name, alts);
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

    /**
     * Of that width.
     *
     * @param webp whether it may be one
     */
    public Optional<PictureFile> file(String name, int width, boolean webp) {
        return jdbc.sql("""
                select case when smaller then webp else bytes end as bytes, smaller as webp
                from picture_file, lateral (select :webp and coalesce(length(webp), 0) > 0 as smaller) as choice
                where picture = :name and width = :width""")
                .param("name", name)
                .param("width", width)
                .param("webp", webp)
                .query((row, n) -> new PictureFile(row.getBytes("bytes"), row.getBoolean("webp")))
                .optional();
    }
}
