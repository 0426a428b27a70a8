package io.tillflow.studio.tasks;

import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.tasks.Inbox.Found;
import io.tillflow.studio.tasks.InboxStore.Counts;
import io.tillflow.studio.tasks.TaskQuery.Asker;
import io.tillflow.studio.tasks.TaskQuery.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tasks for programs, such as a robot that reviews: list, claim, hand over, complete. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {

    private static final int MOST = 500;

    private final TaskWork work;
    private final Inbox inbox;
    private final TaskNotes notes;
    private final Sheets sheets;
    private final CurrentUser user;
    private final Clock clock;
    private final JsonMapper json;

    TasksApi(
            TaskWork work,
            Inbox inbox,
            TaskNotes notes,
            Sheets sheets,
            CurrentUser user,
            Clock clock,
            JsonMapper json) {
        this.work = work;
        this.inbox = inbox;
        this.notes = notes;
        this.sheets = sheets;
        this.user = user;
        this.clock = clock;
        this.json = json;
    }

    record Line(
            String key,
            String instanceKey,
            String process,
            String processId,
            String element,
            String name,
            String businessKey,
            List<String> groups,
            @Nullable String claimedBy,
            Priority priority,
            @Nullable Instant due,
            @Nullable Instant followUp,
            Instant created,
            JsonNode order) {

        static Line of(Task task) {
            return new Line(
                    String.valueOf(task.key()),
                    String.valueOf(task.open().instanceKey()),
                    task.process(),
                    task.open().processId(),
                    task.open().elementId(),
                    task.name(),
                    task.open().businessKey(),
                    task.open().candidateGroups(),
                    task.claimedBy().orElse(null),
                    task.plan().priority(),
                    task.due().orElse(null),
                    task.plan().followUp().orElse(null),
                    task.open().createdAt(),
                    task.order());
        }
    }

    record Lines(List<Line> items, @Nullable String next) {}

    record Assignment(@Nullable String from, @Nullable String to) {}

    record Form(JsonNode schema, JsonNode data, boolean generated) {}

    /**
     * Open tasks, the most pressing first; {@code mine=true} is short for {@code part=mine}. Narrowed by {@code part}
     * (mine, groups, all), {@code q}, {@code process}, {@code group}, {@code priority}, {@code late} and sorted by
     * {@code sort} (due, priority, newest, oldest).
     */
    @GetMapping
    Lines list(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam MultiValueMap<String, String> filter,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "500") int limit) {
        TaskQuery query = TaskParameters.parse(filter, TaskQuery.ALL);
        Found found = inbox.list(mine ? query.in(Part.MINE) : query, asker(), after, Math.clamp((long) limit, 1, MOST));
        return new Lines(
                found.tasks().stream().map(Line::of).toList(), found.next().orElse(null));
    }

    /** How many fit, for the caller. */
    @GetMapping("/counts")
    Counts counts(@RequestParam MultiValueMap<String, String> filter) {
        return inbox.counts(TaskParameters.parse(filter, TaskQuery.ALL), asker());
    }

    private Asker asker() {
        return new Asker(user.name(), notes.groups(), clock.instant());
    }

    @GetMapping("/{key}")
    Line one(@PathVariable long key) {
        return Line.of(task(key));
    }

    /** The form and what fills it; one is made from the model when it links none. */
    @GetMapping("/{key}/form")
    Form form(@PathVariable long key) {
        Sheets.Sheet sheet = sheets.sheet(work.require(key));
        return new Form(json.readTree(sheet.schema()), json.readTree(sheet.data()), sheet.generated());
    }

    @PostMapping("/{key}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable long key) {
        work.claim(key);
    }

    @DeleteMapping("/{key}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable long key) {
        work.giveBack(key);
    }

    /** Hands the task to a colleague; {@code from} is who has it as the caller knows, absent for nobody. */
    @PostMapping("/{key}/assign")
    Line assign(@PathVariable long key, @RequestBody Assignment assignment) {
        String to = Optional.ofNullable(assignment.to())
                .orElseThrow(() -> new IllegalArgumentException("expected \"to\" to name who gets the task"));
        work.assign(
                key,
                Optional.ofNullable(assignment.from()).orElse(""),
                to.strip().toLowerCase(Locale.ROOT));
        return Line.of(task(key));
    }

    /** Completes the task; the body is what its form asks for: {@code {"approved": true}}. */
    @PostMapping("/{key}/complete")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void complete(@PathVariable long key, @RequestBody ObjectNode variables) {
        if (variables.size() == 1 && variables.path("variables").isObject()) {
            throw new IllegalArgumentException(
                    "expected the answers themselves, as in {\"approved\": true}, but they came inside \"variables\"");
        }
        work.complete(key, variables.toString());
    }

    private Task task(long key) {
        return work.find(key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no open task with key " + key + "."));
    }
}
