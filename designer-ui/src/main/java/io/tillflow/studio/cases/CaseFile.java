package io.tillflow.studio.cases;

import io.tillflow.studio.cases.CasesRefused.Problem;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases as the JSON file that lies beside a table, one line a case. */
public final class CaseFile {
    static final int MOST = 1_000;
    static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final Set<String> KEYS = Set.of("case", "decision", "facts", "rule", "output");
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private CaseFile() {}

    /** Reads them all, or throws {@link CasesRefused} with everything that is wrong. */
    public static List<Case> read(String text) {
        notTooLarge(text);
        JsonNode tree = tree(text);
        if (!tree.isArray()) {
            throw new CasesRefused(
                    0, "", "expected a list of cases: [{\"case\": ..., \"facts\": {...}, \"output\": ...}]");
        }
        notTooMany(tree.size());
        List<Problem> problems = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        int row = 0;
        for (JsonNode line : tree) {
            int number = ++row;
            read(line, number, problems).ifPresent(it -> lines.add(new Line(number, it)));
        }
        return checked(lines, problems);
    }

    /** A case with the row that it came from. */
    record Line(int row, Case asked) {}

    private static Optional<Case> read(JsonNode line, int row, List<Problem> problems) {
        int before = problems.size();
        if (!line.isObject()) {
            problems.add(new Problem(row, "", "expected a case with a name and facts"));
            return Optional.empty();
        }
        line.propertyNames().stream()
                .filter(it -> !KEYS.contains(it))
                .forEach(it -> problems.add(
                        new Problem(row, it, "means nothing here; known are case, decision, facts, rule and output")));
        if (!line.path("facts").isObject()) {
            problems.add(new Problem(row, "facts", "expected facts by their names"));
        }
        JsonNode rule = line.path("rule");
        if (!rule.isMissingNode() && !rule.isNull() && !rule.isString() && !isTexts(rule)) {
            problems.add(new Problem(row, "rule", "expected a rule's id or a list of them"));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Case(
                line.path("case").asString(""),
                line.path("decision").asString(""),
                line.get("facts"),
                rules(rule),
                line.has("output") ? line.get("output") : null));
    }

    private static boolean isTexts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    private static @Nullable List<String> rules(JsonNode rule) {
        if (rule.isArray()) {
            return rule.valueStream().map(it -> it.asString("")).toList();
        }
        return rule.isString() && !rule.asString("").isEmpty() ? List.of(rule.asString("")) : null;
    }

    /** A file's text; one in another encoding would lose its letters. */
    static String utf8(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new CasesRefused(0, "", "the file is not in UTF-8: save it as \"CSV UTF-8\"");
        }
    }

    static void notTooLarge(String text) {
        notTooLarge((long) text.length());
    }

    /** Also of a size that is only announced. */
    static void notTooLarge(long size) {
        if (size > LARGEST) {
            throw new CasesRefused(
                    0, "", "cases of one model have at most 1 MB, but these have at least " + (size >> 10) + " kB");
        }
    }

    static void notTooMany(int count) {
        if (count > MOST) {
            throw new CasesRefused(MOST + 1, "", "a model has at most " + MOST + " cases, but these are " + count);
        }
    }

    /** Each has a name of its own and asks something of its own. */
    static List<Case> checked(List<Line> lines, List<Problem> before) {
        List<Problem> problems = new ArrayList<>(before);
        Map<List<Object>, Integer> names = new HashMap<>();
        Map<List<Object>, Integer> questions = new HashMap<>();
        for (Line line : lines) {
            Case it = line.asked();
            if (it.name().isBlank() || it.name().length() > LONGEST_NAME) {
                problems.add(
                        new Problem(line.row(), "case", "a case needs a name of at most " + LONGEST_NAME + " letters"));
                continue;
            }
            Integer other = names.putIfAbsent(List.of(it.decision(), it.name()), line.row());
            Integer same = questions.putIfAbsent(List.of(it.decision(), it.facts()), line.row());
            if (other != null) {
                problems.add(
                        new Problem(line.row(), "case", "\"" + it.name() + "\" is the name of row " + other + ", too"));
            } else if (same != null) {
                problems.add(new Problem(line.row(), "", "it asks the same as row " + same));
            }
        }
        if (!problems.isEmpty()) {
            throw new CasesRefused(problems);
        }
        return lines.stream().map(Line::asked).toList();
    }

    /** Cases that were changed one by one, as they would be read. */
    static List<Case> checked(List<Case> cases) {
        notTooMany(cases.size());
        String text = text(cases);
        notTooLarge(text);
        return read(text);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException unreadable) {
            TokenStreamLocation at = unreadable.getLocation();
            String place = at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new CasesRefused(0, "", "this is not readable JSON" + place + ": " + unreadable.getOriginalMessage());
        }
    }

    /** The file's text; the same for the same cases. */
    public static String text(List<Case> cases) {
        return cases.isEmpty()
                ? "[]\n"
                : cases.stream().map(CaseFile::line).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String line(Case it) {
        List<String> parts = new ArrayList<>();
        parts.add("\"case\": " + JSON.writeValueAsString(it.name()));
        if (!it.decision().isEmpty()) {
            parts.add("\"decision\": " + JSON.writeValueAsString(it.decision()));
        }
        parts.add("\"facts\": " + json(it.facts()));
        List<String> rules = it.rules();
        if (rules != null) {
            parts.add("\"rule\": " + (rules.size() == 1 ? JSON.writeValueAsString(rules.getFirst()) : list(rules)));
        }
        if (it.output() != null) {
            parts.add("\"output\": " + json(it.output()));
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static String list(List<String> texts) {
        return texts.stream().map(JSON::writeValueAsString).collect(Collectors.joining(", ", "[", "]"));
    }

    /** On one line with room to read. */
    static String json(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(it -> JSON.writeValueAsString(it.getKey()) + ": " + json(it.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(CaseFile::json)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return node.isNumber() ? plain(node.decimalValue()) : JSON.writeValueAsString(node);
    }

    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() > 60 ? number.toString() : number.toPlainString();
    }
}
