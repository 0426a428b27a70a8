package io.tillflow.studio.instances;

import io.tillflow.engine.history.Count;
import io.tillflow.engine.history.Facts;
import io.tillflow.engine.history.Facts.Everything;
import io.tillflow.engine.history.Instance;
import io.tillflow.engine.history.InstanceFacts;
import io.tillflow.engine.history.InstanceRow.Money;
import io.tillflow.engine.history.Timeline;
import io.tillflow.engine.history.Token;
import io.tillflow.studio.instances.Rows.Listing;
import io.tillflow.studio.instances.Rows.Place;
import io.tillflow.studio.instances.Rows.Row;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** Instances for programs: the same filters as the page, by cursor; every fact of one; and the commands. */
@RestController
@RequestMapping("/api/v1")
class InstancesApi {

    private static final int MOST = 500;

    private final Rows rows;
    private final InstanceFacts facts;
    private final Operations operations;

    InstancesApi(Rows rows, InstanceFacts facts, Operations operations) {
        this.rows = rows;
        this.facts = facts;
        this.operations = operations;
    }

    record Line(Instance instance, String process, List<Place> places, Optional<Money> stake) {
        static Line of(Row row) {
            return new Line(
                    row.facts().instance(),
                    row.process(),
                    row.places(),
                    row.facts().stake());
        }
    }

    record Lines(List<Line> items, @Nullable String next) {}

    record Counted(long count, boolean atLeast) {}

    record Detail(
            Instance instance,
            List<Token> tokens,
            List<Facts.Wait> waits,
            List<Facts.Flow> flows,
            Optional<Facts.Call> caller) {}

    record Start(
            String process,
            @Nullable Integer version,
            @Nullable ObjectNode variables) {}

    record Started(String key) {}

    @GetMapping("/instances")
    Lines list(
            @RequestParam MultiValueMap<String, String> filter,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        Listing listing = rows.list(Parameters.parse(filter), after, Math.clamp(limit, 1, MOST));
        return new Lines(
                listing.rows().stream().map(Line::of).toList(), listing.next().orElse(null));
    }

    /** How many match; counted no further than 10,000. */
    @GetMapping("/instances/count")
    Counted count(@RequestParam MultiValueMap<String, String> filter) {
        Count count = rows.count(Parameters.parse(filter).filter());
        return new Counted(count.value(), count.atLeast());
    }

    /** Everything an instance's page shows, in one answer. */
    @GetMapping("/instances/{key}/page")
    Everything page(@PathVariable long key) {
        return everything(key);
    }

    @PostMapping("/instances")
    ResponseEntity<Started> start(@RequestBody Start start) {
        String variables = start.variables() == null ? "{}" : start.variables().toString();
        OptionalInt version = start.version() == null ? OptionalInt.empty() : OptionalInt.of(start.version());
        long key = operations.start(start.process(), version, variables);
        return ResponseEntity.created(URI.create("/api/v1/instances/" + key)).body(new Started(String.valueOf(key)));
    }

    @GetMapping("/instances/{key}")
    Detail one(@PathVariable long key) {
        Everything all = everything(key);
        return new Detail(
                all.instance(),
                all.tokens(),
                all.waits(),
                all.flows(),
                all.calls().caller());
    }

    /** Who called it, and whom it called, each with the call activity. */
    @GetMapping("/instances/{key}/calls")
    Facts.Calls calls(@PathVariable long key) {
        return everything(key).calls();
    }

    @GetMapping("/instances/{key}/elements")
    List<Facts.Element> elements(@PathVariable long key) {
        return everything(key).elements();
    }

    @GetMapping("/instances/{key}/variables")
    List<Facts.Variable> variables(@PathVariable long key) {
        return everything(key).variables();
    }

    @GetMapping("/instances/{key}/incidents")
    List<Facts.Incident> incidents(@PathVariable long key) {
        return everything(key).incidents();
    }

    @GetMapping("/instances/{key}/jobs")
    List<Facts.Job> jobs(@PathVariable long key) {
        return everything(key).jobs();
    }

    @GetMapping("/instances/{key}/decisions")
    List<Facts.Decision> decisions(@PathVariable long key) {
        return everything(key).decisions();
    }

    @GetMapping("/instances/{key}/timeline")
    List<Facts.Moment> timeline(@PathVariable long key) {
        return Timeline.of(everything(key));
    }

    private Everything everything(long key) {
        return facts.everything(key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no instance with key " + key + "."));
    }
}
