package io.tillflow.launcher.demo.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The studio, as somebody with a token uses it. */
public final class Desk {
    private final Suite suite;
    private final Http http;

    public Desk(Suite suite, Http http) {
        this.suite = suite;
        this.http = http;
    }

    /** A user task that waits for somebody. */
    public record Task(String key, String element, String order) {}

    /** The tasks nobody has completed yet. */
    public List<Task> open() {
        List<Task> tasks = new ArrayList<>();
        JsonNode list = http.send(Call.get(url("/tasks")).bearer(suite.studioToken()))
                .succeeded()
                .json();
        for (JsonNode row : list.path("items")) {
            tasks.add(new Task(
                    row.path("key").asString(),
                    row.path("element").asString(),
                    row.path("businessKey").asString("")));
        }
        return tasks;
    }

    /** Takes a task and completes it with a form's answers. */
    public void complete(Task task, Map<String, Object> answers) {
        http.send(Call.post(url("/tasks/" + task.key() + "/claim")).bearer(suite.studioToken()))
                .succeeded();
        http.send(Call.post(url("/tasks/" + task.key() + "/complete"))
                        .bearer(suite.studioToken())
                        .json(answers))
                .succeeded();
    }

    /** Lets an instance try again what failed. */
    public void retry(long instance) {
        http.send(Call.post(url("/instances/" + instance + "/retry")).bearer(suite.studioToken()))
                .succeeded();
    }

    private String url(String path) {
        return suite.studio() + "/api/v1" + path;
    }
}
