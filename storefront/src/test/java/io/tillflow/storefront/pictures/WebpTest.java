package io.tillflow.storefront.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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

    private static byte[] file(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(WebpTest.class.getResourceAsStream("/pictures/" + name + ".jpg"))) {
            return file.readAllBytes();
        }
    }
}
