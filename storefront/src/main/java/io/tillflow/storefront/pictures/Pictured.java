package io.tillflow.storefront.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.Canvas;
import net.coobird.thumbnailator.geometry.Positions;
import org.jspecify.annotations.Nullable;

/** A picture in the shape and the widths that pages show, each a JPEG made anew and a WebP beside it. */
final class Pictured {
    static final List<Integer> WIDTHS = List.of(400, 800, 1600);
    private static final double QUALITY = 0.82;

    private Pictured() {}

    /** @param webp nothing where this machine cannot, empty where the JPEG is smaller */
    record Files(byte[] jpeg, byte @Nullable [] webp) {}

    /** By width; the whole of it stands on white, in the shape of all pictures of things: four to five. */
    static Map<Integer, Files> of(BufferedImage picture) {
        Map<Integer, Files> files = new TreeMap<>();
        for (int width : WIDTHS) {
            BufferedImage sized = sized(picture, width);
            byte[] jpeg = jpeg(sized);
            files.put(width, new Files(jpeg, Webp.of(sized, jpeg)));
        }
        return files;
    }

    private static BufferedImage sized(BufferedImage picture, int width) {
        int height = width * 5 / 4;
        try {
            return Thumbnails.of(picture)
                    .size(width, height)
                    .addFilter(new Canvas(width, height, Positions.CENTER, Color.WHITE))
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage sized) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            Thumbnails.of(sized)
                    .scale(1)
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
