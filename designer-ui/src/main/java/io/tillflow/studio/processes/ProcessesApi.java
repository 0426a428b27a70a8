package io.tillflow.studio.processes;

import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.HeatMaps;
import io.tillflow.engine.history.HeatMaps.HeatMap;
import io.tillflow.engine.history.OpenIncidents;
import io.tillflow.engine.history.Overview.Extent;
import io.tillflow.engine.history.Page;
import io.tillflow.studio.processes.ProcessOverview.Line;
import io.tillflow.studio.processes.ProcessOverview.VersionLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Processes and open incidents for programs. */
@RestController
@RequestMapping("/api/v1")
class ProcessesApi {

    private static final int MOST = 500;

    private final ProcessOverview overview;
    private final OpenIncidents incidents;
    private final HeatMaps heatMaps;
    private final Definitions definitions;
    private final Clock clock;

    ProcessesApi(
            ProcessOverview overview,
            OpenIncidents incidents,
            HeatMaps heatMaps,
            Definitions definitions,
            Clock clock) {
        this.heatMaps = heatMaps;
        this.definitions = definitions;
        this.overview = overview;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** The instances are an estimate; from and to are when the first and the last of them started. */
    record Lines(
            List<Line> items,
            long instances,
            @Nullable Instant from,
            @Nullable Instant to) {}

    record Incidents(
            List<OpenIncidents.Row> items, @Nullable String next) {}

    /** Each process with its newest version, what is open in it, and its last 24 hours. */
    @GetMapping("/processes")
    Lines processes() {
        Instant now = clock.instant();
        Extent extent = overview.extent();
        return new Lines(
                overview.lines(now.minus(Duration.ofDays(1)), now),
                extent.instances(),
                extent.from().orElse(null),
                extent.to().orElse(null));
    }

    record VersionLines(List<VersionLine> items, Instant from, Instant to) {}

    /** Each process and each of its versions with what runs, waits and fails in it and how a period went; the last 24 hours unless said. */
    @GetMapping("/processes/versions")
    VersionLines versions(
            @RequestParam Optional<String> process,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to) {
        Instant until = to.orElseGet(clock::instant);
        Instant since = from.orElseGet(() -> until.minus(Duration.ofDays(1)));
        if (!since.isBefore(until)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "expected from to be before to, but it was " + since + " and " + until);
        }
        List<VersionLine> lines = overview.versions(since, until).stream()
                .filter(it -> process.isEmpty() || process.get().equals(it.processId()))
                .toList();
        return new VersionLines(lines, since, until);
    }

    /** Frequencies, durations, what stands where and what fails, for a version; the newest unless one is named. */
    @GetMapping("/processes/{id}/heatmap")
    HeatMap heat(@PathVariable String id, @RequestParam Optional<Integer> version) {
        return definitions
                .version(id, version)
                .map(it -> heatMaps.of(it.key()))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no process " + id
                                + version.map(it -> " v" + it).orElse("") + "."));
    }

    @GetMapping("/incidents")
    Incidents incidents(@RequestParam Optional<String> after, @RequestParam(defaultValue = "50") int limit) {
        Page<OpenIncidents.Row> page = incidents.page(after, Math.clamp(limit, 1, MOST));
        return new Incidents(page.rows(), page.next().orElse(null));
    }
}
