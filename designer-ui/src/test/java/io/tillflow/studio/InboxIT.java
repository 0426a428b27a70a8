package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The inbox over all open tasks of both kinds: whose, what they are about, in which order, a page at a time. */
class InboxIT extends HistoryStudio {

    /** Tasks 1001 to 1005 of "review" in groups, 1006 is one of Zeebe's own. */
    @BeforeEach
    void sixTasks() {
        jdbc.sql("""
                truncate history.job, history.user_task, history.element_instance;
                insert into history.process_definition (key, bpmn_process_id, version, resource_name, resource, checksum, state, deployed_at) values
                  (77, 'order', 1, 'order.bpmn', '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="order"
                     name="Order handling" isExecutable="true"><bpmn:userTask id="review" name="Look at the risk"/><bpmn:userTask id="call" name="Call her"/>
                     </bpmn:process></bpmn:definitions>', 'a', 'ACTIVE', now());
                insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries,
                                         custom_headers, created_at)
                  select 1000 + n, 100, 77, 'order', 110, 'review', 'io.camunda.zeebe:userTask', 'CREATED', 1,
                         jsonb_build_object('io.camunda.zeebe:candidateGroups', case n when 2 then '["returns"]' when 3 then '[]' else '["risk"]' end), now()
                    from generate_series(1, 5) n;
                insert into history.user_task (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, state,
                                               assignee, candidate_groups, candidate_users, due_date, custom_headers, created_at) values
                  (1006, 200, 77, 'order', 210, 'call', 'CREATED', null, '["risk"]', '[]', '2026-01-01T09:00:00+01:00[Europe/Berlin]', '{}', now()),
                  (1007, 200, 77, 'order', 210, 'call', 'COMPLETED', null, '["risk"]', '[]', null, '{}', now());
                insert into studio.task_plan values (1001, 'CRITICAL', now() + interval '9 hours', now() + interval '5 hours'),
                  (1002, 'NORMAL', now() + interval '8 hours', null), (1003, 'HIGH', null, null);
                insert into studio.task_claim (task_key, person, claimed_at) values (1005, 'ines', now())""").update();
    }

    @AfterEach
    void none() {
        jdbc.sql("truncate history.user_task").update();
    }

    @Test
    void sortsByDueThenPriorityAndLetsRestingTasksWait() {
        assertThat(keys("")).containsExactly(1006, 1002, 1003, 1004, 1005, 1001);
        assertThat(keys("sort=priority")).containsExactly(1003, 1006, 1002, 1004, 1005, 1001);
        assertThat(keys("sort=newest")).containsExactly(1006, 1005, 1004, 1003, 1002, 1001);
        assertThat(keys("sort=oldest")).containsExactly(1002, 1003, 1004, 1005, 1006, 1001);
        assertThat(keys("late=true")).containsExactly(1006);
        assertThat(keys("priority=high")).containsExactly(1003);
    }

    @Test
    void knowsWhatIsMineAndWhatMyGroupsCouldTake() {
        assertThat(keys("part=groups")).containsExactly(1006, 1002, 1003, 1004, 1001);
        http().send("PUT", "/api/v1/tasks/my-groups", "{\"groups\":[\"risk\"]}", CLI);
        assertThat(keys("part=groups")).containsExactly(1006, 1003, 1004, 1001);
        assertThat(keys("part=mine")).isEmpty();
        post("/api/v1/tasks/1006/claim");
        assertThat(keys("part=mine")).containsExactly(1006);
        JsonNode counts = get("/api/v1/tasks/counts");
        assertThat(counts.path("mine").asInt()).isEqualTo(1);
        assertThat(counts.path("groups").asInt()).isEqualTo(3);
        assertThat(counts.path("all").asInt()).isEqualTo(6);
        assertThat(counts.path("late").asInt()).isEqualTo(1);
    }

    @Test
    void findsEveryWordInTheStepTheOrderTheGroupOrThePerson() {
        assertThat(keys("q=RETURNS")).containsExactly(1002);
        assertThat(keys("q=call")).containsExactly(1006);
        assertThat(keys("q=ines")).containsExactly(1005);
        assertThat(keys("q=look+ines")).containsExactly(1005);
        assertThat(keys("q=call+ines")).isEmpty();
        assertThat(keys("q=UM-2")).containsExactly(1006);
        assertThat(keys("q=handling&group=returns")).containsExactly(1002);
        assertThat(get("/api/v1/tasks/counts?q=ines").path("all").asInt()).isEqualTo(1);
    }

    @Test
    void readsOnFromPageToPageWithoutLossOrRepetition() {
        for (String sort : List.of("due", "priority", "newest", "oldest")) {
            List<Integer> read = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = get("/api/v1/tasks?limit=2&sort=" + sort + next);
                page.path("items").forEach(it -> read.add(it.path("key").asInt()));
                next = page.path("next").isNull()
                        ? ""
                        : "&after=" + page.path("next").asString();
            } while (!next.isEmpty());
            assertThat(read).as(sort).isEqualTo(keys("sort=" + sort));
        }
        assertThat(http().get("/api/v1/tasks?after=x", CLI).statusCode()).isEqualTo(400);
    }

    @Test
    void showsATaskOfZeebesOwnLikeAnyOther() {
        JsonNode task = get("/api/v1/tasks/1006");
        assertThat(task.path("name").asString()).isEqualTo("Call her");
        assertThat(task.path("businessKey").asString()).isEqualTo("UM-2");
        assertThat(task.path("due").asString()).isEqualTo("2026-01-01T08:00:00Z");
        assertThat(get("/api/v1/tasks/1006/form").path("generated").asBoolean()).isTrue();
        assertThat(post("/api/v1/tasks/1006/claim").statusCode()).isEqualTo(204);
        // the engine is away here: the answer says so, and the task stays
        assertThat(post("/api/v1/tasks/1006/complete").statusCode()).isEqualTo(503);
        assertThat(http().get("/api/v1/tasks/1007", CLI).statusCode()).isEqualTo(404);
    }

    private List<Integer> keys(String filter) {
        return get("/api/v1/tasks?" + filter)
                .path("items")
                .valueStream()
                .map(it -> it.path("key").asInt())
                .toList();
    }
}
