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

/** A picture in the shape and the widths that pages show, each a JPEG made anew. */
final class Pictured {
    static final List<Integer> WIDTHS = List.of(400, 800, 1600);
    private static final double QUALITY = 0.82;

    private Pictured() {}

    /** By width; the whole of it stands on white, in the shape of all pictures of things: four to five. */
    static Map<Integer, byte[]> of(BufferedImage picture) {
        Map<Integer, byte[]> files = new TreeMap<>();
        for (int width : WIDTHS) {
            files.put(width, jpeg(picture, width));
        }
        return files;
    }

    private static byte[] jpeg(BufferedImage picture, int width) {
        int height = width * 5 / 4;
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            Thumbnails.of(picture)
                    .size(width, height)
                    .addFilter(new Canvas(width, height, Positions.CENTER, Color.WHITE))
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
