package io.tillflow.models.cli;

import io.tillflow.models.Terms;
import io.tillflow.models.cli.Main.WrongUse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command's words: names, and options with their values.
 *
 * @param names what has no option before it
 */
record Arguments(String command, List<String> names, Map<String, String> options) {
    private static final Set<String> KNOWN =
            Set.of("--data", "--out", "--as-of", "--horizon", "--live", "--seen", "--orders", "--products", "--seed");

    private static final Set<String> FLAGS = Set.of("--json", "--with-caller");

    static Arguments of(String... words) {
        if (words.length == 0) {
            throw new WrongUse("expected eval, fit, predict, train or bench");
        }
        List<String> names = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            if (FLAGS.contains(words[i])) {
                options.put(words[i], "");
            } else if (!words[i].startsWith("--")) {
                names.add(words[i]);
            } else if (!KNOWN.contains(words[i]) || i + 1 == words.length) {
                throw new WrongUse("expected an option of " + KNOWN + " with a value, but got " + words[i]);
            } else {
                options.put(words[i], words[++i]);
            }
        }
        return new Arguments(words[0], List.copyOf(names), Map.copyOf(options));
    }

    boolean json() {
        return options.containsKey("--json");
    }

    Path path(String option) {
        String path = options.get(option);
        if (path == null) {
            throw new WrongUse("expected " + option + " with a path");
        }
        return Path.of(path);
    }

    Optional<Path> optionalPath(String option) {
        return Optional.ofNullable(options.get(option)).map(Path::of);
    }

    /** Whether to end as soon as nobody holds the other end of the standard input. */
    boolean withCaller() {
        return options.containsKey("--with-caller");
    }

    int seen() {
        return number("--seen", 0);
    }

    /** A whole number, or what is usual. */
    int number(String option, int usual) {
        try {
            return Integer.parseInt(options.getOrDefault(option, "" + usual));
        } catch (NumberFormatException e) {
            throw new WrongUse(option + ": expected a whole number, but got " + options.get(option));
        }
    }

    String onlyName(String what) {
        if (names.size() != 1) {
            throw new WrongUse("expected one " + what + ", but got " + names.size());
        }
        return names.get(0);
    }

    Terms terms() {
        try {
            return new Terms(
                    Optional.ofNullable(options.get("--as-of")).map(LocalDate::parse),
                    Optional.ofNullable(options.get("--horizon")).map(Integer::valueOf),
                    Optional.of(LocalDate.now(Clock.systemUTC())));
        } catch (DateTimeParseException e) {
            throw new WrongUse("--as-of: expected a day as 2026-01-31, but got " + e.getParsedString());
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--horizon: expected a whole number of at least 1, but got " + options.get("--horizon"));
        }
    }
}
