package io.tillflow.storefront.pictures;

import static io.tillflow.storefront.language.Texts.say;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/** A logo as it is sent: no larger than any screen shows it, see-through where it was. */
record LogoFile(int width, int height, byte[] png) {
    static final int WIDEST = 480;
    static final int HIGHEST = 120;
    private static final int SMALLEST = 48;
    /** What is longer than that is a line at the height of a header. */
    private static final int FLATTEST = 8;

    static LogoFile of(byte[] file) {
        BufferedImage read = ReadPicture.seeThrough(file, SMALLEST);
        if (read.getWidth() > FLATTEST * read.getHeight() || read.getHeight() > 2 * read.getWidth()) {
            throw new UnfitPicture(say("words.logoFlat", read.getWidth(), read.getHeight()));
        }
        double scale = Math.min(1, Math.min(WIDEST / (double) read.getWidth(), HIGHEST / (double) read.getHeight()));
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            BufferedImage logo = Thumbnails.of(read)
                    .scale(scale)
                    .imageType(BufferedImage.TYPE_INT_ARGB)
                    .asBufferedImage();
            Thumbnails.of(logo).scale(1).outputFormat("png").toOutputStream(png);
            return new LogoFile(logo.getWidth(), logo.getHeight(), png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
