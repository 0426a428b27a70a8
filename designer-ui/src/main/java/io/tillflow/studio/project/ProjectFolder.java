package io.tillflow.studio.project;

import io.tillflow.studio.lint.Lint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Texts by their path in the folder, as a zip file and back.
 *
 * @param outside names that lead out of the folder
 */
record ProjectFolder(Map<String, String> files, List<String> outside) {
    private static final int MOST_FILES = 2000;
    /** With folders. */
    private static final int MOST_ENTRIES = 2 * MOST_FILES;

    private static final long LARGEST = 64L * 1024 * 1024;

    ProjectFolder(Map<String, String> files) {
        this(files, List.of());
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads a zip file, which may be hostile: too much is refused, also of what is not taken. */
    static ProjectFolder unzip(byte[] bytes) {
        Map<String, String> files = new TreeMap<>();
        List<String> outside = new ArrayList<>();
        int seen = 0;
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(Lint.LARGEST + 1);
                total += content.length;
                if (content.length > Lint.LARGEST
                        || total > LARGEST
                        || ++seen > MOST_ENTRIES
                        || files.size() + outside.size() >= MOST_FILES) {
                    throw new IllegalArgumentException("the folder is too large: at most " + MOST_FILES
                            + " files, each at most " + (Lint.LARGEST >> 20) + " MB");
                }
                if (entry.getName().contains("..")) {
                    outside.add(entry.getName());
                } else if (!entry.isDirectory()) {
                    files.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("expected a zip file", e);
        }
        return new ProjectFolder(files, outside);
    }
}
