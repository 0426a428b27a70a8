package io.tillflow.storefront.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four pictures of things of this shop, brought as a merchant would bring them. */
class WebpTest {
    private static final List<String> BROUGHT = List.of("lamp", "tent", "basket", "mug");

    @Test
    void saysTheSameInFewerBytes() throws IOException {
        Map<Integer, long[]> bytes = new TreeMap<>();
        for (String name : BROUGHT) {
            Pictured.of(ReadPicture.of(file(name))).forEach((width, made) -> {
                long[] sum = bytes.computeIfAbsent(width, none -> new long[2]);
                sum[0] += made.jpeg().length;
                sum[1] += Objects.requireNonNull(made.webp(), "this machine writes WebP").length;
                assertThat(made.webp())
                        .as(name + " " + width)
                        .startsWith("RIFF".getBytes(StandardCharsets.US_ASCII))
                        .hasSizeLessThan(made.jpeg().length);
            });
        }
        assertThat(bytes.keySet()).containsExactly(400, 800, 1600);
        bytes.forEach((width, sum) ->
                assertThat((double) sum[1] / sum[0]).as("share at " + width).isLessThan(0.5));
    }

    @Test
    void aPictureThatCannotBeWrittenStaysAJpegAndIsNotRefused() {
        BufferedImage widerThanWebpCanBe = new BufferedImage(16_384, 1, BufferedImage.TYPE_INT_RGB);
        assertThat(Webp.able()).isTrue();
        assertThat(Webp.of(widerThanWebpCanBe, new byte[1])).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whatStrangersBringIsNotReadByWhatWritesWebp(PictureKind kind) {
        assertThat(kind.reader().getClass().getName())
                .startsWith(
                        kind == PictureKind.WEBP
                                ? "com.twelvemonkeys.imageio.plugins.webp."
                                : "com.sun.imageio.plugins.");
    }

    @Test
    void whoMakesOthersMeanwhileDoesNotWaitForTheReadingRoom() {
        ReadingRoom room = new ReadingRoom();
        assertThat(room.readAtOnce(() -> "read")).contains("read");
        assertThat(room.<Optional<String>>read(() -> room.readAtOnce(() -> "read")))
                .as("somebody is in it")
                .isEmpty();
        assertThat(room.readAtOnce(() -> "read")).contains("read");
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(WebpTest.class.getResourceAsStream("/pictures/" + name + ".jpg"))) {
            return file.readAllBytes();
        }
    }
}
