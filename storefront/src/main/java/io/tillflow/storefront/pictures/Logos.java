package io.tillflow.storefront.pictures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The logos the shop had and has, the latest in memory as of a moment ago. */
@Repository
public class Logos {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReadingRoom room;
    private volatile Optional<Logo> now = Optional.empty();

    Logos(JdbcClient jdbc, Clock clock, ReadingRoom room) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.room = room;
    }

    /** Nothing while the shop shows its name. */
    public Optional<Logo> now() {
        return now;
    }

    /** Stands in the place of the one before. Nobody waits for it to be read with a connection in hand. */
    public Logo put(byte[] file, String author) {
        LogoFile made = room.read(() -> LogoFile.of(file));
        Logo logo = new Logo("logo-" + PictureName.digest(made.png()), made.width(), made.height());
        jdbc.sql("""
                insert into shop_logo (name, width, height, bytes, author, written_at)
                values (:name, :width, :height, :bytes, :author, :now)""")
                .param("name", logo.name())
                .param("width", made.width())
                .param("height", made.height())
                .param("bytes", made.png())
                .param("author", author)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        reload();
        return logo;
    }

    /** @return whether there was one */
    public boolean remove(String author) {
        boolean gone = jdbc.sql("""
                insert into shop_logo (author, written_at) select :author, :now
                where (select name from shop_logo order by number desc limit 1) is not null""")
                        .param("author", author)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        reload();
        return gone;
    }

    /** A PNG, also of one that was taken away: pages that are open still show it. */
    public Optional<byte[]> file(String name) {
        return jdbc.sql("select bytes from shop_logo where name = :name limit 1")
                .param("name", name)
                .query(byte[].class)
                .optional();
    }

    /** The one it had then. */
    public Optional<byte[]> at(Instant moment) {
        return jdbc.sql("select bytes from shop_logo where written_at <= :moment order by number desc limit 1")
                .param("moment", Timestamp.from(moment))
                .query((row, n) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(it -> it);
    }

    private void reload() {
        now = jdbc.sql("select name, width, height from shop_logo order by number desc limit 1")
                .query((row, n) -> logo(row))
                .optional()
                .flatMap(it -> it);
    }

    private static Optional<Logo> logo(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return name == null ? Optional.empty() : Optional.of(new Logo(name, row.getInt("width"), row.getInt("height")));
    }

    @Scheduled(fixedDelayString = "${shop.profile-refresh:5s}")
    void refresh() {
        try {
            reload();
        } catch (DataAccessException away) {
            // the one read last stays
        }
    }
}
