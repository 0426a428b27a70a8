package io.tillflow.storefront.pictures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes a WebP of the pictures that came before the shop, or this machine, could. */
@Component
public class MakeWebp {
    private static final Logger log = LoggerFactory.getLogger(MakeWebp.class);
    private static final int AT_ONCE = 30;

    private final JdbcClient jdbc;
    private final ReadingRoom room;

    MakeWebp(JdbcClient jdbc, ReadingRoom room) {
        this.jdbc = jdbc;
        this.room = room;
    }

    private record Lacking(String picture, int width) {}

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void catchUp() {
        try {
            make();
        } catch (DataAccessException | OthersAreRead e) {
            log.debug("made later", e);
        }
    }

    /** Answers how many were looked at, the next few. */
    public int make() {
        List<Lacking> next = jdbc.sql(
                        "select picture, width from picture_file where webp is null order by picture, width limit :most")
                .param("most", AT_ONCE)
                .query(Lacking.class)
                .list();
        int made = 0;
        for (Lacking it : next) {
            byte[] webp = room.read(() -> webp(it));
            if (webp == null) {
                return made;
            }
            made += jdbc.sql("update picture_file set webp = :webp where picture = :picture and width = :width")
                    .param("webp", webp)
                    .param("picture", it.picture())
                    .param("width", it.width())
                    .update();
        }
        return made;
    }

    private byte @Nullable [] webp(Lacking of) {
        byte[] jpeg = jdbc.sql("select bytes from picture_file where picture = :picture and width = :width")
                .param("picture", of.picture())
                .param("width", of.width())
                .query(byte[].class)
                .single();
        try {
            return Webp.of(ImageIO.read(new ByteArrayInputStream(jpeg)), jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
