package io.tillflow.storefront.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Part of a list; {@code next} is where the next part begins, absent at the end. */
public record Page<T>(List<T> items, @Nullable String next) {
    static final int MOST = 500;

    /** Cuts a list that was read one longer than asked. */
    static <R, T> Page<T> cut(List<R> read, int limit, Function<R, String> key, Function<R, T> view) {
        List<R> part = read.size() > limit ? read.subList(0, limit) : read;
        String next = read.size() > limit ? encode(key.apply(part.getLast())) : null;
        return new Page<>(part.stream().map(view).toList(), next);
    }

    static int limit(@Nullable Integer asked) {
        int limit = asked == null ? 50 : asked;
        if (limit < 1 || limit > MOST) {
            throw new ShopProblem(HttpStatus.BAD_REQUEST, "malformed", "“limit” is a number from 1 to " + MOST + ".");
        }
        return limit;
    }

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key inside a cursor, or {@code start} when there is none. */
    static String decode(@Nullable String cursor, String start) {
        if (cursor == null || cursor.isEmpty()) {
            return start;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ShopProblem(HttpStatus.BAD_REQUEST, "malformed", "“after” isn’t a cursor this list gave out.");
        }
    }
}
