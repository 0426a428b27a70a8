package io.tillflow.studio.repair;

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
public record MigrationOutlook(String processId, int lookedAt, int able, List<String> reasons) {

    static MigrationOutlook of(String processId, List<MigrationAdvice> advices) {
        Map<String, Long> reasons = advices.stream()
                .flatMap(it -> it.problems().stream().map(Plan.Problem::message).distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new MigrationOutlook(
                processId,
                advices.size(),
                (int) advices.stream().filter(MigrationAdvice::possible).count(),
                reasons.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
