package io.tillflow.connectors.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What becomes of due instants that passed while nobody could see to them, because the suite was down. */
public enum Misfire {
    /** They are left out. */
    SKIP,
    /** The newest of them stands for all. */
    ONCE,
    /** Each is made up for. */
    ALL;

    /** What is no later than this is not missed. */
    static final Duration LATE = Duration.ofMinutes(1);

    public static Misfire of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("misfire must be one of skip, once and all, was '" + word + "'"));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which of the due instants, in their order, become events now. */
    public List<Instant> choose(List<Instant> due, Instant now) {
        Instant onTime = now.minus(LATE);
        return switch (this) {
            case ALL -> due;
            case SKIP -> due.stream().filter(it -> !it.isBefore(onTime)).toList();
            case ONCE -> {
                long late = due.stream().filter(it -> it.isBefore(onTime)).count();
                yield due.stream()
                        .skip(late == due.size() ? Math.max(0, late - 1) : late)
                        .toList();
            }
        };
    }
}
