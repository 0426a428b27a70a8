package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Work on tasks by program: planning, drafts, comments, hand-over, and two people at once. */
class TasksIT extends HistoryStudio {

    private static final String TASK = "/api/v1/tasks/120";

    @BeforeEach
    void colleagues() {
        jdbc.sql("""
                insert into studio.app_user (name, password_hash, roles, created_at) values
                  ('ines', '-', '{OPERATOR}', now()), ('vera', '-', '{VIEWER}', now()) on conflict do nothing""").update();
    }

    @Test
    void plansATaskAndFindsItByThat() {
        JsonNode planned = read(patch("{\"priority\":\"high\",\"due\":\"2026-03-03T09:00:00Z\"}"), 200);
        assertThat(planned.path("priority").asString()).isEqualTo("HIGH");
        assertThat(read(patch("{\"due\":null,\"followUp\":\"2026-03-02T18:00:00+01:00\"}"), 200)
                        .path("followUp")
                        .asString())
                .isEqualTo("2026-03-02T17:00:00Z");
        assertThat(get("/api/v1/tasks?priority=high").path("items")).hasSize(1);
        assertThat(get("/api/v1/tasks?priority=low").path("items")).isEmpty();
        assertThat(read(patch("{\"due\":\"2026-03-01T09:00:00Z\"}"), 400)
                        .path("detail")
                        .asString())
                .contains("expected the follow-up to be before");
        assertThat(read(patch("{\"colour\":1}"), 400).path("detail").asString()).contains("but got colour");
        assertThat(http().get("/api/v1/tasks?sort=size", CLI).body()).contains("expected sort to be one of");
        assertThat(audited("task.planned")).isEqualTo(2);
    }

    @Test
    void keepsADraftAndSaysWhenAnotherWindowSavedIt() {
        assertThat(http().get(TASK + "/draft", CLI).statusCode()).isEqualTo(404);
        HttpResponse<String> first = put(TASK + "/draft", "{\"note\":\"half\"}", "If-Match", "\"0\"");
        assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(get(TASK).path("claimedBy").asString()).isNotEmpty();
        assertThat(get(TASK + "/form").path("data").path("note").asString()).isEqualTo("half");
        assertThat(get(TASK + "/form").path("generated").asBoolean()).isTrue();
        HttpResponse<String> late = put(TASK + "/draft", "{\"note\":\"other\"}", "If-Match", "\"0\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("saved from another window");
        assertThat(put(TASK + "/draft", "{\"note\":\"whole\"}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(put(TASK + "/draft", "{}", "If-Match", "x").statusCode()).isEqualTo(400);
        assertThat(get(TASK + "/draft").path("data").path("note").asString()).isEqualTo("whole");
        jdbc.sql("update studio.task_claim set person = 'ines'").update();
        assertThat(put(TASK + "/draft", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void handsATaskOverOnlyFromWhoHasIt() {
        assertThat(read(post(TASK + "/assign", "{\"to\":\"ines\"}"), 200)
                        .path("claimedBy")
                        .asString())
                .isEqualTo("ines");
        HttpResponse<String> late = post(TASK + "/assign", "{\"to\":\"admin\"}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("ines has taken this task");
        assertThat(post(TASK + "/assign", "{\"from\":\"ines\",\"to\":\"vera\"}").body())
                .contains("there is no vera with the role");
        assertThat(read(post(TASK + "/assign", "{\"from\":\"ines\",\"to\":\"admin\"}"), 200)
                        .path("claimedBy")
                        .asString())
                .isEqualTo("admin");
        assertThat(post(TASK + "/assign", "{}").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/tasks/counts").path("all").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/tasks/counts").path("groups").asInt()).isZero();
    }

    @Test
    void remembersWhatWasSaidAndForWhichGroupsOneWorks() {
        JsonNode talk = read(post(TASK + "/comments", "{\"text\":\" see https://claims.example/7 \"}"), 201);
        assertThat(talk.path("items").get(0).path("text").asString()).isEqualTo("see https://claims.example/7");
        assertThat(post(TASK + "/comments", "{\"text\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/tasks/999/comments", "{\"text\":\"x\"}").statusCode())
                .isEqualTo(404);
        assertThat(put("/api/v1/tasks/my-groups", "{\"groups\":[\"returns\"]}").statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/tasks?part=groups").path("items")).isEmpty();
        put("/api/v1/tasks/my-groups", "{\"groups\":[\"risk\"]}");
        assertThat(get("/api/v1/tasks?part=groups").path("items")).hasSize(1);
    }

    @Test
    void saysWhoCompletedATaskThatHistoryStillShows() {
        post(TASK + "/assign", "{\"to\":\"ines\"}");
        jdbc.sql("update studio.task_claim set finished_at = now()").update();
        assertThat(get("/api/v1/tasks").path("items")).isEmpty();
        for (String act : List.of("/claim", "/complete", "/assign", "/comments")) {
            HttpResponse<String> answer = post(TASK + act, "{\"to\":\"ines\",\"text\":\"x\"}");
            assertThat(answer.statusCode()).as(act).isEqualTo(404);
            assertThat(answer.body()).as(act).contains("ines completed it at");
        }
    }

    @Test
    void leavesATaskFreeWhoseCompletionTheEngineDidNotTake() {
        assertThat(post(TASK + "/complete").statusCode()).isEqualTo(503);
        assertThat(get(TASK).path("claimedBy").isNull()).isTrue();
        assertThat(audited("task.completed")).isZero();
    }

    @Test
    void givesATaskToOneOfManyWhoAskAtOnce() throws Exception {
        Callable<Integer> mine = () -> post(TASK + "/claim").statusCode();
        Callable<Integer> hers =
                () -> post(TASK + "/assign", "{\"to\":\"ines\"}").statusCode();
        int won = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> it : executor.invokeAll(List.of(hers, mine, hers, hers, hers, hers))) {
                won += it.get() < 300 ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from studio.task_claim")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from studio.audit where action = :action and subject = 'task/120'")
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> patch(String body) {
        return http().send("PATCH", TASK, body, CLI);
    }

    private HttpResponse<String> put(String path, String body, String... headers) {
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(CLI), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
        return http().send("PUT", path, body, all);
    }
}
