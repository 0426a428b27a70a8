package io.tillflow.studio.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the text by which the broker refuses a deployment into findings with their elements. */
public final class BrokerAnswer {
    private static final String RULE = "broker";
    private static final Pattern FILE = Pattern.compile("^'([^']{1,200})': ?(.*)$");
    private static final Pattern ELEMENT = Pattern.compile("^-? ?Element: ([^\\s>]+)(?: > .*)?$");
    private static final Pattern PROBLEM = Pattern.compile("^- (?:ERROR|WARNING): (.*)$");
    private static final int LONGEST = 64 * 1024;

    private BrokerAnswer() {}

    public static List<Finding> findings(String answer, List<String> files) {
        String text = answer.substring(0, Math.min(answer.length(), LONGEST));
        Reading reading = new Reading(files.size() == 1 ? files.getFirst() : "");
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(reading::line);
        return reading.done(text);
    }

    private static final class Reading {
        private final List<Finding> findings = new ArrayList<>();
        private String file;
        private String element = "";

        Reading(String file) {
            this.file = file;
        }

        void line(String line) {
            Matcher named = FILE.matcher(line);
            String rest = line;
            if (named.matches()) {
                file = named.group(1);
                element = "";
                rest = named.group(2).strip();
            }
            Matcher place = ELEMENT.matcher(rest);
            Matcher problem = PROBLEM.matcher(rest);
            if (place.matches()) {
                element = place.group(1);
            } else if (problem.matches()) {
                findings.add(Finding.error(file, element, RULE, problem.group(1)));
            } else if (named.matches() && !rest.isEmpty()) {
                findings.add(Finding.error(file, "", RULE, rest));
            }
        }

        List<Finding> done(String text) {
            return findings.isEmpty() ? List.of(Finding.error(file, "", RULE, text.strip())) : List.copyOf(findings);
        }
    }
}
