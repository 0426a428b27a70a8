package io.tillflow.storefront.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes WebP where the machine has a library for it; where it has none, pictures are sent as JPEG as ever. */
final class Webp {
    static final byte[] NONE = {};
    private static final Logger log = LoggerFactory.getLogger(Webp.class);
    private static final float QUALITY = 0.8f;
    private static final boolean ABLE = tried();

    private Webp() {}

    /** Whether this machine can. */
    static boolean able() {
        return ABLE;
    }

    private static boolean tried() {
        try {
            Path folder = Files.createTempDirectory("webp");
            folder.toFile().deleteOnExit();
            // it looks through the whole folder that it puts its library into
            System.setProperty("com.luciad.imageio.webp.tmpdir", folder.toString());
            write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
            return true;
        } catch (IOException | RuntimeException | LinkageError lacking) {
            log.info("This machine writes no WebP, so pictures are sent as JPEG: {}", lacking.toString());
            return false;
        }
    }

    /** Nothing where this machine cannot, or not this one; {@link #NONE} where the JPEG is smaller. */
    static byte @Nullable [] of(BufferedImage picture, byte[] jpeg) {
        if (!ABLE) {
            return null;
        }
        try {
            byte[] webp = write(picture);
            return webp.length < jpeg.length ? webp : NONE;
        } catch (IOException | RuntimeException | LinkageError failed) {
            log.warn("no WebP of a picture, which is sent as JPEG", failed);
            return null;
        }
    }

    private static byte[] write(BufferedImage picture) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByMIMEType("image/webp");
        if (!writers.hasNext()) {
            throw new IOException("there is no writer for WebP");
        }
        ImageWriter writer = writers.next();
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
                ImageWriteParam how = writer.getDefaultWriteParam();
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionType("Lossy");
                how.setCompressionQuality(QUALITY);
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), how);
            }
            return file.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
