package io.tillflow.storefront.pictures;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a WebP of the pictures that came before the shop, or this machine, could: a few at a time beside everything else, and none while
 * somebody brings one. What cannot be made is sent as JPEG and not tried again.
 */
@Component
public class MakeWebp {
    private static final Logger log = LoggerFactory.getLogger(MakeWebp.class);
    private static final int FEW = 12;

    private final JdbcClient jdbc;
    private final ReadingRoom room;
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});

    MakeWebp(JdbcClient jdbc, ReadingRoom room) {
        this.jdbc = jdbc;
        this.room = room;
    }

    private record Lacking(String picture, int width, byte[] bytes) {}

    /** The scheduler has more urgent things to do. */
    @Scheduled(initialDelayString = "${shop.webp-first:1m}", fixedDelayString = "${shop.webp-every:15s}")
    void catchUp() {
        if (!worker.isAlive()) {
            worker = Thread.ofVirtual().name("make-webp").start(() -> {
                try {
                    make();
                } catch (DataAccessException away) {
                    log.debug("made later", away);
                }
            });
        }
    }

    /** Answers how many of the next few were looked at; those that were not have their turn later. */
    public int make() {
        if (!Webp.able()) {
            return 0;
        }
        int looked = 0;
        for (Lacking it : lacking()) {
            Optional<byte[]> webp = room.readAtOnce(() -> webp(it));
            if (webp.isEmpty()) {
                return looked;
            }
            looked += keep(it, webp.get());
        }
        return looked;
    }

    private List<Lacking> lacking() {
        return jdbc.sql("""
                select picture, width, bytes from picture_file where webp is null order by picture, width limit :few""").param("few", FEW).query(Lacking.class).list();
    }

    private static byte[] webp(Lacking of) {
        try {
            return Objects.requireNonNullElse(Webp.of(ReadPicture.of(of.bytes()), of.bytes()), Webp.NONE);
        } catch (RuntimeException broken) {
            log.warn("the picture {} in {} points stays a JPEG", of.picture(), of.width(), broken);
            return Webp.NONE;
        }
    }

    private int keep(Lacking of, byte[] webp) {
        return jdbc.sql("""
                update picture_file set webp = :webp where picture = :picture and width = :width and webp is null""")
                .param("webp", webp)
                .param("picture", of.picture())
                .param("width", of.width())
                .update();
    }
}
