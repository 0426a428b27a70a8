package io.tillflow.studio.repair;

import io.tillflow.studio.repair.Plan.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What would become of running instances if they were to go on in another drawing of their process.
 *
 * @param processId of the process that the drawing is of
 * @param lookedAt how many
 * @param able how many of them the engine would take along
 * @param reasons what keeps the others, the most frequent first
 */
public record MigrationOutlook(String processId, int lookedAt, int able, List<Problem> reasons) {

    static MigrationOutlook of(String processId, List<MigrationAdvice> advices) {
        Map<Problem, Long> reasons = advices.stream()
                .flatMap(it -> it.problems().stream()
                        .map(each -> new Problem("", each.message(), each.why(), each.with()))
                        .distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new MigrationOutlook(
                processId,
                advices.size(),
                (int) advices.stream().filter(MigrationAdvice::possible).count(),
                reasons.entrySet().stream()
                        .sorted(Map.Entry.<Problem, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(it -> it.getKey().message()))
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
