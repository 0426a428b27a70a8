package io.tillflow.models.message;

import io.tillflow.models.message.Finding.Kind;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one kind of thing looks like.
 *
 * @param pattern its group {@code it}, when it has one, is the thing itself and the rest what tells it; every repetition in it is
 *     bounded, so that no text makes it slow
 * @param value what a match comes to; nothing when it only looks like one
 */
record Form(Kind kind, Pattern pattern, Function<MatchResult, Optional<String>> value) {
    /** Neither letter nor digit may stand before or behind. */
    static final String ALONE = "(?<![\\p{L}\\p{N}])";

    static final String ENDS = "(?![\\p{L}\\p{N}])";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    static Form of(Kind kind, String pattern, Function<MatchResult, Optional<String>> value) {
        return new Form(kind, Pattern.compile(pattern, FLAGS), value);
    }

    /** Capitals and small letters are different here. */
    static Form exact(Kind kind, String pattern, Function<MatchResult, Optional<String>> value) {
        return new Form(kind, Pattern.compile(pattern), value);
    }

    String itself(MatchResult match) {
        return names("it") ? match.group("it") : match.group();
    }

    int from(MatchResult match) {
        return names("it") ? match.start("it") : match.start();
    }

    private boolean names(String group) {
        return pattern.namedGroups().containsKey(group);
    }
}
