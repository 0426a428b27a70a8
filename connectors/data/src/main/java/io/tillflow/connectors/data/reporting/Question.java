package io.tillflow.connectors.data.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One SELECT, with a place for each value. Only what is known to be harmless passes: what PostgreSQL could read in two ways (comments,
 * dollars, backslashes) does not, and no function but those that reckon. What may be read is the database's to decide, by
 * {@link ReportingRole}.
 *
 * @param sql with ? for each value
 * @param names of the values, in the order of their places
 */
record Question(String sql, List<String> names) {
    private static final int LONGEST = 10_000;

    private static final Pattern TOKEN =
            Pattern.compile("(?<space>\\s+)|(?<comment>--|/\\*)|(?<text>'[^'\\\\]*+(?:''[^'\\\\]*+)*+')"
                    + "|(?<quoted>\"[^\"\\\\]+\")|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>[0-9]+(?:\\.[0-9]+)?)"
                    + "|(?<cast>::)|:(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<symbol>[-+*/%<>=!|,.()\\[\\]])");

    private static final Set<String> WRITES = words(
            "insert update delete merge into copy truncate drop alter create grant revoke lock call do execute prepare deallocate"
                    + " listen notify vacuum analyze set reset begin commit rollback savepoint declare fetch discard");

    private static final Set<String> BEFORE_PARENTHESIS = words(
            "select distinct from join lateral on using where and or not in any all some exists between like ilike is having by when"
                    + " then else case as over filter group within union except intersect values limit offset sets rollup cube materialized"
                    + " numeric decimal varchar");

    static final Set<String> FUNCTIONS = words(
            "abs array_agg array_length avg bool_and bool_or btrim cardinality cast ceil ceiling char_length coalesce concat corr count"
                    + " cume_dist date_bin date_part date_trunc dense_rank exp extract first_value floor generate_series greatest grouping"
                    + " initcap lag last_value lead least left length ln log lower ltrim max min mod mode nth_value ntile nullif"
                    + " percent_rank percentile_cont percentile_disc position power rank regr_intercept regr_r2 regr_slope replace right"
                    + " round row_number rtrim sign split_part sqrt stddev stddev_pop stddev_samp string_agg strpos substring sum"
                    + " to_char to_date trim trunc unnest upper variance var_pop var_samp width_bucket");

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /** @throws IllegalArgumentException names what an analyst has to change */
    static Question of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a SELECT of at most " + LONGEST + " characters, but it has " + text.length());
        }
        String asked = text.strip();
        if (asked.endsWith(";")) {
            asked = asked.substring(0, asked.length() - 1).strip();
        }
        return new Reading(asked).question();
    }

    /** Goes through it once, from its beginning to its end. */
    private static final class Reading {
        private final String text;
        private final StringBuilder sql = new StringBuilder();
        private final List<String> names = new ArrayList<>();
        private String before = "";
        private boolean touches;
        private int depth;

        Reading(String text) {
            this.text = text;
        }

        Question question() {
            Matcher token = TOKEN.matcher(text);
            int at = 0;
            while (at < text.length()) {
                if (!token.region(at, text.length()).lookingAt()) {
                    throw refused(at);
                }
                take(token);
                at = token.end();
            }
            if (sql.isEmpty() || depth != 0) {
                throw new IllegalArgumentException(
                        sql.isEmpty()
                                ? "expected a SELECT, but there is none"
                                : "expected each ( to have its ), but one has none");
            }
            return new Question(sql.toString(), List.copyOf(names));
        }

        private void take(Matcher token) {
            if (token.group("space") != null) {
                touches = false;
                sql.append(' ');
                return;
            }
            if (token.group("comment") != null) {
                throw new IllegalArgumentException("expected a SELECT without comments, but there is " + token.group());
            }
            if (token.group("text") != null && touches && isName(before)) {
                throw new IllegalArgumentException(
                        "expected texts in plain quotes, but there is " + before + "'...': write '...'");
            }
            if (token.group("name") != null) {
                names.add(token.group("name"));
                sql.append('?');
            } else {
                sql.append(token.group());
            }
            word(token);
            parentheses(token.group());
            before = token.group();
            touches = true;
        }

        private void word(Matcher token) {
            String quoted = token.group("quoted");
            String word = token.group("word");
            if (before.isEmpty() && (word == null || !word.matches("(?i)select|with"))) {
                throw new IllegalArgumentException(
                        "expected a SELECT (or WITH ... SELECT), but it begins with " + token.group());
            }
            if (word != null && WRITES.contains(word.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("expected a SELECT that only reads, but there is " + word
                        + ": a column of this name goes into \"quotes\"");
            }
            String name = (word != null ? word : quoted != null ? bare(quoted) : "").toLowerCase(Locale.ROOT);
            boolean called = text.substring(token.end()).stripLeading().startsWith("(");
            if (!called && (name.startsWith("pg_") || name.equals("information_schema"))) {
                throw new IllegalArgumentException(
                        "expected only the shop's reporting views to be read, but there is " + name);
            }
        }

        private void parentheses(String token) {
            if (token.equals("(") || token.equals("[")) {
                if (token.equals("(") && isName(before)) {
                    mayBeCalled(bare(before).toLowerCase(Locale.ROOT), before.startsWith("\""));
                }
                depth++;
            } else if ((token.equals(")") || token.equals("]")) && --depth < 0) {
                throw new IllegalArgumentException(
                        "expected each " + token + " to have its beginning, but one has none");
            }
        }

        private static void mayBeCalled(String name, boolean quoted) {
            if (!FUNCTIONS.contains(name) && (quoted || !BEFORE_PARENTHESIS.contains(name))) {
                throw new IllegalArgumentException("expected a function that may be called here, but there is " + name
                        + "(...); they are " + FUNCTIONS.stream().sorted().toList());
            }
        }

        private IllegalArgumentException refused(int at) {
            char sign = text.charAt(at);
            return new IllegalArgumentException(
                    sign == ';'
                            ? "expected one SELECT, but there is a ; before its end: ask one question at a time"
                            : "expected a plain SELECT, but there is a " + sign + " (character " + (at + 1)
                                    + "): values come in by :name");
        }

        private static boolean isName(String token) {
            return !token.isEmpty()
                    && (token.startsWith("\"") || Character.isLetter(token.charAt(0)) || token.startsWith("_"));
        }

        private static String bare(String name) {
            return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
        }
    }
}
