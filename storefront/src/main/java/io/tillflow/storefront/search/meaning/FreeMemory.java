package io.tillflow.storefront.search.meaning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the machine could still give, where it says so (Linux). */
final class FreeMemory {
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
    private static final long KILO = 1024;

    private FreeMemory() {}

    static OptionalLong bytes(Path meminfo) {
        try {
            Matcher said = AVAILABLE.matcher(Files.readString(meminfo));
            return said.find() ? OptionalLong.of(Long.parseLong(said.group(1)) * KILO) : OptionalLong.empty();
        } catch (IOException notSaid) {
            return OptionalLong.empty();
        }
    }
}
