package io.tillflow.models;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the asker may set.
 *
 * @param asOf the day after which nothing is known; the data's last day when not said
 * @param horizon how far ahead, in the model's own periods
 * @param today what is dated later has not been yet; none where the past is made up
 */
public record Terms(Optional<LocalDate> asOf, Optional<Integer> horizon, Optional<LocalDate> today) {
    public static final Terms USUAL = new Terms(Optional.empty(), Optional.empty());

    public Terms {
        horizon.ifPresent(periods -> {
            if (periods < 1) {
                throw new IllegalArgumentException("expected a horizon of at least 1, but got " + periods);
            }
        });
    }

    public Terms(Optional<LocalDate> asOf, Optional<Integer> horizon) {
        this(asOf, horizon, Optional.empty());
    }

    /** Whether something can have happened on that day; a mistyped year must not make all others old. */
    public boolean canHaveBeen(LocalDate day) {
        return today.isEmpty() || !day.isAfter(today.get());
    }
}
