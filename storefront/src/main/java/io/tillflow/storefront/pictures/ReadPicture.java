package io.tillflow.storefront.pictures;

import static io.tillflow.storefront.language.Texts.say;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads a picture as large as it is needed and no larger, whatever its file claims; nothing but its pixels goes on. */
final class ReadPicture {
    static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final int SMALLEST = 400;
    private static final int LONGEST = 20_000;
    /** A longer side is read in steps, so that no more than this of it is ever in memory. */
    private static final int ENOUGH = 3_200;

    private ReadPicture() {}

    /** On white. */
    static BufferedImage of(byte[] file) {
        return read(file, SMALLEST, BufferedImage.TYPE_INT_RGB);
    }

    /** @param smallest how many points it needs each way */
    static BufferedImage seeThrough(byte[] file, int smallest) {
        return read(file, smallest, BufferedImage.TYPE_INT_ARGB);
    }

    private static BufferedImage read(byte[] file, int smallest, int type) {
        if (file.length == 0 || file.length > LARGEST_FILE) {
            throw new UnfitPicture(say("words.pictureSize"));
        }
        PictureKind kind = PictureKind.of(file);
        ImageReader reader = kind.reader();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, false);
            return upright(reader, plain(read(reader, kind, smallest), type));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new UnfitPicture(say("words.pictureBroken"));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader, PictureKind kind, int smallest) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > LONGEST || height > LONGEST || (long) width * height > kind.mostPixels()) {
            throw new UnfitPicture(say("words.pictureLarge", width, height, kind.mostPixels() / 1_000_000));
        }
        if (Math.min(width, height) < smallest) {
            throw new UnfitPicture(say("words.pictureSmall", width, height, smallest));
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int step = (Math.max(width, height) + ENOUGH - 1) / ENOUGH;
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    /** On white where it cannot be seen through. */
    private static BufferedImage plain(BufferedImage picture, int type) {
        BufferedImage whole = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D canvas = whole.createGraphics();
        canvas.drawImage(picture, 0, 0, type == BufferedImage.TYPE_INT_RGB ? Color.WHITE : null, null);
        canvas.dispose();
        return whole;
    }

    /** As the camera was held. */
    private static BufferedImage upright(ImageReader reader, BufferedImage picture) {
        Orientation held;
        try {
            held = ExifUtils.getExifOrientation(reader, 0);
        } catch (IOException | RuntimeException unsaid) {
            return picture;
        }
        if (held == null) {
            return picture;
        }
        ImageFilter turn = ExifFilterUtils.getFilterForOrientation(held);
        return turn.apply(picture);
    }
}
