package io.tillflow.launcher.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** The end of a log file. */
public final class LogTail {

    private static final int WINDOW = 64 * 1024;
    private static final int LONGEST = 300;
    private static final long LARGEST = 20L << 20;

    private LogTail() {}

    /** The last lines, read from the end so that a huge log costs nothing. */
    public static List<String> lines(Path log, int count) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - WINDOW);
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Keeps one older log beside the present one, so that logs cannot fill a disk over many starts. */
    static void keepSmall(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The line that most likely says why a process ended. */
    static String reason(Path log) {
        List<String> lines = lines(log, 80);
        String reason = lines.stream()
                .filter(LogTail::tellsWhy)
                .reduce((first, last) -> last)
                .orElse(lines.isEmpty() ? "it wrote nothing" : lines.getLast());
        return reason.strip().substring(0, Math.min(LONGEST, reason.strip().length()));
    }

    private static boolean tellsWhy(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.contains("fatal")
                || lower.contains("caused by")
                || lower.contains(" error ")
                || lower.startsWith("error")
                || lower.contains("exception:");
    }
}
