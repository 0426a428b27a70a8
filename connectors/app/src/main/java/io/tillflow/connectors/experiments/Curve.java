package io.tillflow.connectors.experiments;

import io.tillflow.connectors.experiments.ExperimentDesk.Line;
import io.tillflow.connectors.experiments.Exposures.Point;
import io.tillflow.models.experiment.Arm;
import io.tillflow.models.experiment.Sequential.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each difference stood as units were judged one after the other. */
final class Curve {
    private Curve() {}

    static List<Line> of(Design design, List<Point> points) {
        Map<Instant, Map<String, Point>> instants = points.stream()
                .collect(Collectors.groupingBy(
                        Point::at, TreeMap::new, Collectors.toMap(Point::arm, Function.identity(), (a, b) -> b)));
        List<Line> lines = new ArrayList<>();
        instants.forEach((at, groups) -> {
            Arm base = outcomes(groups, design.compared());
            for (String arm : design.groups().subList(1, design.groups().size())) {
                Verdict verdict = Findings.test(design, arm).compare(base, outcomes(groups, arm));
                if (Double.isFinite(verdict.low())) {
                    lines.add(new Line(
                            at,
                            arm,
                            groups.values().stream().mapToLong(Point::judged).sum(),
                            verdict.difference(),
                            verdict.low(),
                            verdict.high()));
                }
            }
        });
        return lines;
    }

    private static Arm outcomes(Map<String, Point> groups, String arm) {
        Point point = groups.get(arm);
        return point == null ? Arm.EMPTY : point.outcomes();
    }
}
