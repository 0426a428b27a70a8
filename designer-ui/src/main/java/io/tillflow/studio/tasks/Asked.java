package io.tillflow.studio.tasks;

import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModel.Flow;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable that the gateways right after a task decide by: what the task has to bring.
 *
 * @param options the texts it is compared with
 */
record Asked(String name, Kind kind, Set<String> options) {

    enum Kind {
        YES_NO,
        NUMBER,
        CHOICE
    }

    private static final Pattern COMPARED = Pattern.compile(
            "(?<![\\w.\"])([a-zA-Z_]\\w*)\\s*(?:!=|<=|>=|=|<|>)\\s*(true\\b|false\\b|\"[^\"]*\"|-?\\d+(?:\\.\\d+)?)");
    private static final Pattern BARE = Pattern.compile("^(?:not\\s*\\(\\s*)?([a-zA-Z_]\\w*)\\s*\\)?$");

    /** What the conditions ask that are reached from an element through gateways alone. */
    static Collection<Asked> after(ProcessModel model, String elementId) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(Set.of(elementId));
        Set<String> seen = new HashSet<>(Set.of(elementId));
        while (!ahead.isEmpty()) {
            String here = ahead.pop();
            for (Flow flow : model.flows()) {
                if (flow.source().equals(here)) {
                    read(flow.condition(), asked);
                    ProcessModel.Element target = model.elements().get(flow.target());
                    if (target != null && target.type().endsWith("Gateway") && seen.add(target.id())) {
                        ahead.push(target.id());
                    }
                }
            }
        }
        return asked.values();
    }

    private static void read(String condition, Map<String, Asked> asked) {
        String feel = condition.strip().replaceFirst("^=", "").strip();
        Matcher bare = BARE.matcher(feel);
        if (bare.matches() && !feel.equals("true") && !feel.equals("false")) {
            note(asked, bare.group(1), Kind.YES_NO, "");
            return;
        }
        Matcher compared = COMPARED.matcher(feel);
        while (compared.find()) {
            String value = compared.group(2);
            if (value.startsWith("\"")) {
                note(asked, compared.group(1), Kind.CHOICE, value.substring(1, value.length() - 1));
            } else {
                note(asked, compared.group(1), value.matches("true|false") ? Kind.YES_NO : Kind.NUMBER, "");
            }
        }
    }

    private static void note(Map<String, Asked> asked, String name, Kind kind, String option) {
        Set<String> options = new LinkedHashSet<>();
        Asked before = asked.get(name);
        if (before != null) {
            options.addAll(before.options());
        }
        if (!option.isEmpty()) {
            options.add(option);
        }
        asked.put(name, new Asked(name, kind, options));
    }
}
