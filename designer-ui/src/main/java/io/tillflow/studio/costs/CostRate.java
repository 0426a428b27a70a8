package io.tillflow.studio.costs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of something costs.
 *
 * @param type the worker type of a call; the group whose tasks they are of an hour's work, empty for everybody's
 * @param price in the currency's main unit, to six decimals; null when nobody has set one
 */
public record CostRate(Kind kind, String type, @Nullable BigDecimal price) {

    /** The type of the jobs that are people's tasks: they cost time and not calls. */
    static final String USER_TASK = "io.camunda.zeebe:userTask";

    private static final int LONGEST = 200;
    private static final int DECIMALS = 6;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /** What is counted. */
    public enum Kind {
        /** A call of a worker. */
        CALL,
        /** An hour of a person's work. */
        WORK
    }

    /** Refuses what cannot be set. */
    void check() {
        if (kind == Kind.CALL && (type.isBlank() || type.equals(USER_TASK))) {
            throw new IllegalArgumentException(
                    "type must be a worker type, but it is \"" + type + "\"; people's tasks are priced by kind WORK");
        }
        if (type.length() > LONGEST) {
            throw new IllegalArgumentException("type must be at most " + LONGEST + " characters long, but it is \""
                    + type.substring(0, LONGEST) + "…\"");
        }
        if (price != null && !allowed(price)) {
            throw new IllegalArgumentException("price of \"" + type + "\" must be from 0 to " + MOST + " with at most "
                    + DECIMALS + " decimals, but it is " + price);
        }
    }

    /** From nothing to a million, to six decimals. */
    static boolean allowed(BigDecimal price) {
        return price.signum() >= 0
                && price.compareTo(MOST) <= 0
                && price.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** Whether the other is about the same, at whatever price. */
    boolean isOf(Kind otherKind, String otherType) {
        return kind == otherKind && type.equals(otherType);
    }
}
