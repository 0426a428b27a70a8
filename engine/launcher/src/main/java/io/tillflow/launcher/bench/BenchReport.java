package io.tillflow.launcher.bench;

import java.util.List;

/** What a run measured. */
record BenchReport(String machine, long instances, long seed, boolean ok, List<AnswerTimes> lines) {

    BenchReport(String machine, long instances, long seed, List<AnswerTimes> lines) {
        this(machine, instances, seed, lines.stream().allMatch(AnswerTimes::ok), lines);
    }
}
