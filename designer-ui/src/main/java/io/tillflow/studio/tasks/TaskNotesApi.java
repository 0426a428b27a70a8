package io.tillflow.studio.tasks;

import io.tillflow.studio.tasks.Comments.Comment;
import io.tillflow.studio.tasks.Drafts.Draft;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Priority, dates, drafts and comments of tasks for programs. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskNotesApi {

    private final TaskNotes notes;
    private final TaskWork work;
    private final Drafts drafts;
    private final JsonMapper json;

    TaskNotesApi(TaskNotes notes, TaskWork work, Drafts drafts, JsonMapper json) {
        this.notes = notes;
        this.work = work;
        this.drafts = drafts;
        this.json = json;
    }

    record Saved(JsonNode data, String person, Instant savedAt, long revision) {}

    record Said(@Nullable String text) {}

    record Talk(List<Comment> items) {}

    record Groups(Set<String> groups) {}

    /** Changes {@code priority}, {@code due} and {@code followUp}; what is absent stays, null is taken away. */
    @PatchMapping("/{key}")
    TasksApi.Line plan(@PathVariable long key, @RequestBody ObjectNode change) {
        Plan before = task(key).plan();
        for (String name : change.propertyNames()) {
            if (!Set.of("priority", "due", "followUp").contains(name)) {
                throw new IllegalArgumentException("expected priority, due or followUp, but got " + name);
            }
        }
        Priority priority = change.hasNonNull("priority")
                ? TaskParameters.one(change.path("priority").asString(""), "priority", Priority.class)
                : change.has("priority") ? Priority.NORMAL : before.priority();
        notes.plan(
                key,
                new Plan(priority, date(change, "due", before.due()), date(change, "followUp", before.followUp())));
        return TasksApi.Line.of(task(key));
    }

    private static Optional<Instant> date(ObjectNode change, String name, Optional<Instant> before) {
        if (!change.has(name)) {
            return before;
        }
        JsonNode value = change.path(name);
        try {
            return value.isNull()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(value.asString("")).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected " + name + " to be an instant such as 2026-11-30T09:00:00Z, but it is " + value, e);
        }
    }

    @GetMapping("/{key}/draft")
    ResponseEntity<Saved> draft(@PathVariable long key) {
        work.require(key);
        return answer(drafts.find(key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Nobody has saved a draft of task " + key + ".")));
    }

    /** Saves the form as far as it is filled in. With If-Match only when nobody saved another draft since; "0" is none. */
    @PutMapping("/{key}/draft")
    ResponseEntity<Saved> save(
            @PathVariable long key,
            @RequestBody ObjectNode data,
            @RequestHeader(name = "If-Match", required = false) @Nullable String expected) {
        return answer(notes.draft(key, data.toString(), revision(expected)));
    }

    @DeleteMapping("/{key}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable long key) {
        notes.dropDraft(key);
    }

    private ResponseEntity<Saved> answer(Draft draft) {
        return ResponseEntity.ok()
                .eTag("\"" + draft.revision() + "\"")
                .body(new Saved(json.readTree(draft.data()), draft.person(), draft.savedAt(), draft.revision()));
    }

    private static OptionalLong revision(@Nullable String expected) {
        if (expected == null || expected.strip().equals("*")) {
            return OptionalLong.empty();
        }
        String number = expected.strip().replaceAll("^(W/)?\"|\"$", "");
        if (!number.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(
                    "expected If-Match to be the draft's ETag, such as \"3\", but it is " + expected);
        }
        return OptionalLong.of(Long.parseLong(number));
    }

    /** What was said about the task and about earlier ones of its instance. */
    @GetMapping("/{key}/comments")
    Talk comments(@PathVariable long key) {
        return new Talk(notes.comments(work.require(key).instanceKey()));
    }

    @PostMapping("/{key}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Talk say(@PathVariable long key, @RequestBody Said said) {
        notes.comment(key, said.text() == null ? "" : said.text());
        return comments(key);
    }

    @GetMapping("/my-groups")
    Groups groups() {
        return new Groups(notes.groups());
    }

    @PutMapping("/my-groups")
    Groups groups(@RequestBody Groups mine) {
        notes.groups(mine.groups());
        return groups();
    }

    private Task task(long key) {
        work.require(key);
        return work.find(key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no open task with key " + key + "."));
    }
}
