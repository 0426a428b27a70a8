package io.tillflow.connectors.experiments;

import io.tillflow.processes.AssignArm;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it is drawn; it stays so while its version runs.
 *
 * @param arms names in order
 * @param shares of them, 0 to 1
 * @param holdOut 0 to below 1
 * @param worthwhile the smallest difference that would matter, in the outcome's unit
 */
public record Design(
        String name,
        int version,
        List<String> arms,
        List<Double> shares,
        double holdOut,
        String usual,
        Goal goal,
        List<String> elements,
        Duration within,
        double worthwhile,
        Part part) {
    /** What units get that no arm is tried on. */
    public static final String HOLD_OUT = "hold-out";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern ARM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final double WHOLE = 100;

    /** What of a layer's units takes part, 0 to 1. */
    public record Part(String layer, double from, double to) {
        private static final Pattern RANGE = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*-\\s*(\\d+(?:\\.\\d+)?)\\s*");

        static Part of(String experiment, @Nullable String layer, @Nullable String range) {
            if (layer == null || layer.isBlank()) {
                return new Part(experiment, 0, 1);
            }
            var read = RANGE.matcher(Objects.requireNonNullElse(range, "0-100"));
            if (!NAME.matcher(layer).matches() || !read.matches()) {
                throw new IllegalArgumentException("expected a layer like checkout and a part of it like 0-50, but got "
                        + layer + " and " + range);
            }
            double from = Double.parseDouble(read.group(1)) / WHOLE;
            double to = Double.parseDouble(read.group(2)) / WHOLE;
            if (!(from < to && to <= 1)) {
                throw new IllegalArgumentException("expected a part from 0 to 100 that is not empty, but got " + range);
            }
            return new Part(layer, from, to);
        }

        boolean overlaps(Part other) {
            return layer.equals(other.layer) && from < other.to && other.from < to;
        }
    }

    /** Refuses what cannot be an experiment, and says why. */
    static Design of(AssignArm job) {
        Map<String, Double> arms = new TreeMap<>(job.arms());
        String name = job.experiment();
        check(NAME.matcher(name).matches(), "a name of lower-case letters, digits and dashes", name);
        checkArms(arms);
        double holdOut = Objects.requireNonNullElse(job.holdOut(), 0.0) / WHOLE;
        check(holdOut >= 0 && holdOut < 1, "a hold-out of 0 to below 100 percent", String.valueOf(job.holdOut()));
        check(arms.size() > 1 || holdOut > 0, "two arms, or one and a hold-out", arms.toString());
        String usual = job.usual() == null || job.usual().isBlank()
                ? arms.keySet().iterator().next()
                : job.usual();
        check(arms.containsKey(usual), "the usual arm to be one of " + arms.keySet(), usual);
        Goal goal = Goal.named(job.goal());
        List<String> elements = elements(goal, job.goalElements());
        check(job.worthwhile() > 0, "a difference worth finding above 0", String.valueOf(job.worthwhile()));
        return new Design(
                name,
                job.version(),
                List.copyOf(arms.keySet()),
                arms.values().stream().map(share -> share / WHOLE).toList(),
                holdOut,
                usual,
                goal,
                elements,
                within(job.within()),
                goal.isYesOrNo() ? job.worthwhile() / WHOLE : job.worthwhile(),
                Part.of(name, job.layer(), job.layerPart()));
    }

    private static void checkArms(Map<String, Double> arms) {
        for (Map.Entry<String, Double> arm : arms.entrySet()) {
            check(
                    ARM.matcher(arm.getKey()).matches() && !arm.getKey().equals(HOLD_OUT),
                    "arms named by letters, digits and dashes, none of them " + HOLD_OUT,
                    arm.getKey());
            check(
                    arm.getValue() != null && arm.getValue() >= 0,
                    "a share of at least 0 percent for each arm",
                    arm.getKey() + " " + arm.getValue());
        }
        double total = arms.values().stream().mapToDouble(Double::doubleValue).sum();
        check(
                Math.abs(total - WHOLE) < 1e-6,
                "the shares of its arms to be 100 percent together",
                arms + " = " + total);
    }

    private static List<String> elements(Goal goal, @Nullable String ids) {
        List<String> elements = goal != Goal.REACHED || ids == null
                ? List.of()
                : Arrays.stream(ids.split(",", -1))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
        check(
                goal != Goal.REACHED || !elements.isEmpty(),
                "ids of elements of which reaching one is the goal",
                String.valueOf(ids));
        return elements;
    }

    private static Duration within(String text) {
        try {
            Duration within = Duration.parse(text);
            check(
                    within.compareTo(Duration.ofSeconds(1)) >= 0
                            && within.equals(Duration.ofSeconds(within.toSeconds())),
                    "a time of whole seconds, one or more",
                    text);
            return within;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a time like P7D or PT2H, but got " + text, e);
        }
    }

    private static void check(boolean fine, String expected, String got) {
        if (!fine) {
            throw new IllegalArgumentException("expected " + expected + ", but got " + got);
        }
    }

    /** What the others are compared with. */
    String compared() {
        return arms.size() > 1 ? usual : HOLD_OUT;
    }

    /** Whether the verdict is about this group: several arms are judged by each other, whatever else is held out. */
    boolean decides(String group) {
        return arms.size() == 1 || !group.equals(HOLD_OUT);
    }

    /** Everything units may get, what is compared with first. */
    List<String> groups() {
        List<String> groups = new ArrayList<>(arms);
        if (holdOut > 0) {
            groups.add(HOLD_OUT);
        }
        groups.remove(compared());
        groups.addFirst(compared());
        return groups;
    }

    String salt() {
        return name + "#" + version;
    }
}
