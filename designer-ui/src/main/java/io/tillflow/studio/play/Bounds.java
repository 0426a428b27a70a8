package io.tillflow.studio.play;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bounds as people get them wrong: one too many, one too few, or counted from the other side. */
final class Bounds {
    private static final Pattern COMPARISON = Pattern.compile("(?<![<>!=])(<=|>=|<|>)(?![=])");
    private static final Pattern DURATION = Pattern.compile("P(?=[0-9T])(?:\\d+[YMWD])*(?:T(?:\\d+[HMS])+)?");

    private Bounds() {}

    /** Each way to get the first bound of an expression wrong; none when it has none. */
    static List<String> changed(String element, String text) {
        List<String> changed = new ArrayList<>();
        if (element.equals("conditionExpression")) {
            Matcher comparison = COMPARISON.matcher(text);
            while (comparison.find()) {
                String other = comparison.group().length() == 2
                        ? comparison.group().substring(0, 1)
                        : comparison.group() + "=";
                changed.add(text.substring(0, comparison.start()) + other + text.substring(comparison.end()));
            }
        } else if (text.startsWith("=")) {
            String inner = text.substring(1);
            changed.add(
                    element.equals("timeDuration")
                            ? "=(" + inner + ") * 2"
                            : element.equals("timeDate") ? "=(" + inner + ") + duration(\"PT12H\")" : text);
        } else if (DURATION.matcher(text).find()) {
            changed.add(text.replaceFirst("(\\d+)(?!.*\\d)", "9$1"));
        }
        changed.remove(text);
        return changed;
    }
}
