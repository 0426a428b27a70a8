package io.tillflow.studio.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions of Camunda 7 in FEEL, as far as both say the same; those that call Java have no counterpart. */
final class Juel {

    private static final Pattern PART = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<name>[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)|(?<sign>==|!=|<=|>=|&&|\\|\\||[-+*/%<>!?:()\\[\\],]))");
    private static final Pattern VARIABLE =
            Pattern.compile("\\bexecution\\.getVariable\\(\\s*(['\"])([A-Za-z_]\\w*)\\1\\s*\\)");
    private static final Map<String, String> WORDS = Map.of(
            "eq", "==", "ne", "!=", "lt", "<", "gt", ">", "le", "<=", "ge", ">=", "and", "&&", "or", "||", "not", "!",
            "mod", "%");

    private final List<String> tokens;
    private int at;

    private Juel(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Whether a value is one, rather than a constant. */
    static boolean isExpression(String value) {
        return PART.matcher(value).find();
    }

    /** The whole value as FEEL without the leading equals sign; empty when there is no counterpart. */
    static Optional<String> feel(String value) {
        Matcher whole = PART.matcher(value.strip());
        if (whole.matches()) {
            return expression(whole.group(1));
        }
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(value);
        int from = 0;
        while (part.find()) {
            Optional<String> inner = expression(part.group(1));
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            text(value.substring(from, part.start()), parts);
            parts.add("string(" + inner.get() + ")");
            from = part.end();
        }
        text(value.substring(from), parts);
        return Optional.of(String.join(" + ", parts));
    }

    /** A constant as FEEL. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static void text(String text, List<String> parts) {
        if (!text.isEmpty()) {
            parts.add(quoted(text));
        }
    }

    private static Optional<String> expression(String juel) {
        String text = VARIABLE.matcher(juel).replaceAll("$2");
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.lookingAt()) {
            String found = token.group().strip();
            tokens.add(WORDS.getOrDefault(found, found));
            end = token.end();
            token.region(end, text.length());
        }
        if (tokens.isEmpty() || !text.substring(end).isBlank()) {
            return Optional.empty();
        }
        try {
            Juel juelTokens = new Juel(tokens);
            String feel = juelTokens.choice();
            return juelTokens.at == tokens.size() ? Optional.of(feel) : Optional.empty();
        } catch (IllegalArgumentException noCounterpart) {
            return Optional.empty();
        }
    }

    private String choice() {
        String condition = binary(0);
        if (!accept("?")) {
            return condition;
        }
        String then = choice();
        expect(":");
        return "if " + condition + " then " + then + " else " + choice();
    }

    private static final List<Map<String, String>> LEVELS = List.of(
            Map.of("||", "or"),
            Map.of("&&", "and"),
            Map.of("==", "=", "!=", "!=", "<", "<", ">", ">", "<=", "<=", ">=", ">="),
            Map.of("+", "+", "-", "-"),
            Map.of("*", "*", "/", "/", "%", "%"));

    private String binary(int level) {
        if (level == LEVELS.size()) {
            return single();
        }
        String left = binary(level + 1);
        while (at < tokens.size() && LEVELS.get(level).containsKey(tokens.get(at))) {
            String sign = LEVELS.get(level).get(tokens.get(at++));
            String right = binary(level + 1);
            left = "%".equals(sign) ? "modulo(" + left + ", " + right + ")" : left + " " + sign + " " + right;
        }
        return left;
    }

    private String single() {
        if (accept("!")) {
            return "not(" + single() + ")";
        }
        if (accept("-")) {
            return "-" + single();
        }
        if (accept("(")) {
            String inner = choice();
            expect(")");
            return "(" + inner + ")";
        }
        String token = next();
        if (token.startsWith("'") || token.startsWith("\"")) {
            return quoted(token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1"));
        }
        boolean value = Character.isLetterOrDigit(token.charAt(0)) || token.charAt(0) == '_';
        boolean calls = at < tokens.size()
                && (tokens.get(at).equals("(") || tokens.get(at).equals("["));
        if (!value || calls || token.equals("empty") || token.startsWith("execution.")) {
            throw new IllegalArgumentException(token);
        }
        return token;
    }

    private boolean accept(String token) {
        boolean here = at < tokens.size() && tokens.get(at).equals(token);
        at += here ? 1 : 0;
        return here;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("expected " + token);
        }
    }

    private String next() {
        if (at >= tokens.size()) {
            throw new IllegalArgumentException("expected more");
        }
        return tokens.get(at++);
    }
}
