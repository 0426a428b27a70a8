package io.tillflow.storefront.pictures;

import static io.tillflow.storefront.language.Texts.say;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The kinds that the shop takes, known by what is in a file and not by its name, and where each of them ends. */
enum PictureKind {
    JPEG("jpeg", 24_000_000) {
        @Override
        boolean begins(byte[] file) {
            return at(file, 0) == 0xFF && at(file, 1) == 0xD8 && at(file, 2) == 0xFF;
        }

        // the last end mark: what a camera puts behind its picture has marks of its own
        @Override
        int end(byte[] file) {
            for (int i = file.length - 2; i > 0; i--) {
                if (at(file, i) == 0xFF && at(file, i + 1) == 0xD9) {
                    return i + 2;
                }
            }
            return file.length;
        }
    },
    PNG("png", 24_000_000) {
        @Override
        boolean begins(byte[] file) {
            return at(file, 0) == 0x89 && says(file, 1, "PNG\r\n");
        }

        @Override
        int end(byte[] file) {
            for (int i = file.length - 8; i > 0; i--) {
                if (says(file, i, "IEND")) {
                    return i + 8;
                }
            }
            return file.length;
        }
    },
    /** Its reader takes the whole of it into memory. */
    WEBP("webp", 16_000_000) {
        @Override
        boolean begins(byte[] file) {
            return says(file, 0, "RIFF") && says(file, 8, "WEBP");
        }

        @Override
        int end(byte[] file) {
            return 8 + at(file, 4) + (at(file, 5) << 8) + (at(file, 6) << 16) + (at(file, 7) << 24);
        }
    };

    private static final int LOOKED_AT = 512;
    private static final List<String> TRUSTED = List.of("com.sun.imageio.", "com.twelvemonkeys.");

    private final String format;
    private final int mostPixels;

    PictureKind(String format, int mostPixels) {
        this.format = format;
        this.mostPixels = mostPixels;
    }

    abstract boolean begins(byte[] file);

    abstract int end(byte[] file);

    /** The JDK's, or one written in Java: what writes WebP also reads it, by native code, which strangers' files had better not reach. */
    ImageReader reader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        while (TRUSTED.stream().noneMatch(reader.getClass().getName()::startsWith)) {
            reader.dispose();
            reader = readers.next();
        }
        return reader;
    }

    int mostPixels() {
        return mostPixels;
    }

    static PictureKind of(byte[] file) {
        Optional<PictureKind> kind =
                Arrays.stream(values()).filter(it -> it.begins(file)).findFirst();
        if (kind.isEmpty()) {
            throw new UnfitPicture(drawing(file) ? say("words.pictureDrawn") : say("words.pictureNone"));
        }
        if (more(file, kind.get().end(file))) {
            throw new UnfitPicture(say("words.pictureMore"));
        }
        return kind.get();
    }

    /** Some programs fill up with zeros. */
    private static boolean more(byte[] file, int end) {
        for (int i = Math.max(0, end); i < file.length; i++) {
            if (file[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean drawing(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return start.contains("<svg") || start.contains("<?xml") || start.contains("<html");
    }

    private static int at(byte[] file, int place) {
        return place < file.length ? file[place] & 0xFF : -1;
    }

    private static boolean says(byte[] file, int place, String words) {
        return file.length >= place + words.length()
                && new String(file, place, words.length(), StandardCharsets.ISO_8859_1).equals(words);
    }
}
