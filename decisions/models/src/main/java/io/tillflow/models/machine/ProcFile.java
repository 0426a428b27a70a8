package io.tillflow.models.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Small files in which Linux says how it is: a number alone, or a name and a number in each line. */
final class ProcFile {
    private ProcFile() {}

    /** Nothing where there is no such file, or no number in it: "max" is none. */
    static OptionalLong number(Path file) {
        return lines(file).stream()
                .limit(1)
                .flatMapToLong(line -> parsed(line).stream())
                .findFirst();
    }

    static OptionalLong number(Path file, String name) {
        return lines(file).stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length > 1 && words[0].equals(name))
                .flatMapToLong(words -> parsed(words[1]).stream())
                .findFirst();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notThere) {
            return List.of();
        }
    }

    private static OptionalLong parsed(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits.strip()));
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }
}
