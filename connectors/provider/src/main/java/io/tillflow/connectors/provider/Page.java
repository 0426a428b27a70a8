package io.tillflow.connectors.provider;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, oldest first.
 *
 * @param next what to send as {@code after} for the page that follows; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {
    private static final int LARGEST = 500;

    /** Cuts a page out of rows that were read with one more than {@code limit}. */
    public static <T> Page<T> of(List<T> rows, int limit, ToLongFunction<T> position) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, Long.toString(position.applyAsLong(items.getLast())));
    }

    /** What a reader asked for: how many rows after which position. */
    public record Request(long after, int limit) {
        public static Request of(@Nullable String after, @Nullable Integer limit) {
            int size = limit == null ? 50 : limit;
            if (size < 1 || size > LARGEST) {
                throw new IllegalArgumentException("limit must be between 1 and " + LARGEST + ", was " + size);
            }
            return new Request(position(after), size);
        }

        private static long position(@Nullable String after) {
            if (after == null || after.isBlank()) {
                return 0;
            }
            try {
                return Long.parseLong(after);
            } catch (NumberFormatException expected) {
                throw new IllegalArgumentException("after must be a 'next' of an earlier page, was '" + after + "'");
            }
        }

        public int limitPlusOne() {
            return limit + 1;
        }
    }
}
