package io.tillflow.exporter.generate;

import io.tillflow.exporter.projection.HistoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The deployed versions of the made-up processes, from the first to the one in use. */
final class Definitions {

    private final List<Version> versions = new ArrayList<>();

    /** A version of a process and since when it is in use. */
    record Version(ShopProcess process, int version, long key, Instant since) {}

    /** Deploys the versions evenly over the time. */
    Definitions(CopyRows rows, Keys keys, Instant from, Instant to) {
        for (ShopProcess process : ShopProcess.ALL) {
            Duration each = Duration.between(from, to).dividedBy(process.versions());
            for (int version = 1; version <= process.versions(); version++) {
                Version deployed =
                        new Version(process, version, keys.key(), from.plus(each.multipliedBy(version - 1L)));
                keys.key();
                versions.add(deployed);
                rows.add(
                        HistoryTable.PROCESS_DEFINITION,
                        deployed.key(),
                        process.id(),
                        version,
                        process.id() + ".bpmn",
                        process.bpmn(),
                        Long.toHexString(deployed.key()),
                        "ACTIVE",
                        deployed.since(),
                        null);
            }
        }
    }

    /** A process by its share, in the version that was in use then. */
    Version pick(RandomGenerator random, Instant time) {
        int drawn = random.nextInt(
                ShopProcess.ALL.stream().mapToInt(ShopProcess::share).sum());
        ShopProcess process = ShopProcess.ALL.getFirst();
        for (ShopProcess candidate : ShopProcess.ALL) {
            process = candidate;
            drawn -= candidate.share();
            if (drawn < 0) {
                break;
            }
        }
        ShopProcess picked = process;
        return versions.stream()
                .filter(version ->
                        version.process().equals(picked) && !version.since().isAfter(time))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
