package io.tillflow.studio.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.engine.history.OpenTask;
import io.tillflow.studio.tasks.TaskQuery.Asker;
import io.tillflow.studio.tasks.TaskQuery.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.json.JsonMapper;

class TaskQueryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Asker INES = new Asker("ines", Set.of("risk"), NOW);

    @Test
    void sortsByDueThenPriorityAndLetsRestingTasksWait() {
        List<Task> tasks = List.of(
                task(1, plan(Priority.CRITICAL, 9, 5), "risk"),
                task(2, plan(Priority.NORMAL, 8, 0), "risk"),
                task(3, plan(Priority.HIGH, 0, 0), "risk"),
                task(4, plan(Priority.NORMAL, 0, 0), "risk"),
                task(5, plan(Priority.NORMAL, -1, 0), "risk"));
        assertThat(TaskQuery.ALL.of(tasks, INES)).extracting(Task::key).containsExactly(5L, 2L, 3L, 4L, 1L);
        assertThat(query("late", "true").of(tasks, INES)).extracting(Task::key).containsExactly(5L);
        assertThat(query("priority", "high").of(tasks, INES))
                .extracting(Task::key)
                .containsExactly(3L);
        assertThat(query("sort", "newest").of(tasks, INES))
                .extracting(Task::key)
                .containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void knowsWhatIsMineAndWhatMyGroupsCouldTake() {
        List<Task> tasks = List.of(
                task(1, Plan.NONE, "risk"), task(2, Plan.NONE, "returns"), task(3, Plan.NONE), taken(4, "ines"));
        assertThat(TaskQuery.ALL.in(Part.GROUPS).of(tasks, INES))
                .extracting(Task::key)
                .containsExactly(1L, 3L);
        assertThat(TaskQuery.ALL.in(Part.GROUPS).of(tasks, new Asker("jonas", Set.of(), NOW)))
                .hasSize(3);
        assertThat(TaskQuery.ALL.in(Part.MINE).of(tasks, INES))
                .extracting(Task::key)
                .containsExactly(4L);
        assertThat(TaskQuery.ALL.about("RETURNS").of(tasks, INES))
                .extracting(Task::key)
                .containsExactly(2L);
    }

    private static TaskQuery query(String name, String value) {
        LinkedMultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        given.add(name, value);
        return TaskParameters.parse(given);
    }

    /** Due and follow-up in hours from now, 0 for none. */
    private static Plan plan(Priority priority, int due, int followUp) {
        return new Plan(priority, hours(due), hours(followUp));
    }

    private static Optional<Instant> hours(int hours) {
        return hours == 0 ? Optional.empty() : Optional.of(NOW.plus(Duration.ofHours(hours)));
    }

    private static Task taken(long key, String by) {
        Task free = task(key, Plan.NONE, "risk");
        return new Task(free.open(), free.name(), free.process(), Optional.of(by), free.plan(), free.order());
    }

    private static Task task(long key, Plan plan, String... groups) {
        OpenTask open = new OpenTask(
                key,
                0,
                0,
                0,
                "order",
                1,
                "UM-" + key,
                "review",
                "",
                List.of(groups),
                OptionalLong.empty(),
                Optional.empty(),
                NOW);
        return new Task(
                open,
                "Review",
                "Order",
                Optional.empty(),
                plan,
                JsonMapper.builder().build().createObjectNode());
    }
}
