package io.tillflow.studio.tasks;

import io.tillflow.engine.UserTasks;
import io.tillflow.engine.history.Definitions;
import io.tillflow.engine.history.OpenTask;
import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.instances.DeployedModels;
import io.tillflow.studio.tasks.Drafts.Draft;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a task is done with: the linked form, or one made from what the model asks. */
@Service
class Sheets {

    private final UserTasks tasks;
    private final Drafts drafts;
    private final Definitions definitions;
    private final DeployedModels models;
    private final JsonMapper json;

    Sheets(UserTasks tasks, Drafts drafts, Definitions definitions, DeployedModels models, JsonMapper json) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.definitions = definitions;
        this.models = models;
        this.json = json;
    }

    /**
     * A form with what fills it.
     *
     * @param schema as form-js reads it
     * @param data the variables the task sees, with the draft over them
     * @param generated whether the model names no form, or one that is not deployed
     */
    record Sheet(String schema, String data, boolean generated, Optional<Draft> draft) {

        /** Whether there is nothing to fill in or to read. */
        boolean empty() {
            return schema.contains("\"components\":[]");
        }
    }

    Sheet sheet(OpenTask task) {
        Map<String, JsonNode> variables = tasks.variables(task);
        Optional<Draft> draft = drafts.find(task.key());
        ObjectNode data = json.createObjectNode();
        variables.forEach(data::set);
        draft.ifPresent(it -> json.readTree(it.data()).properties().forEach(e -> data.set(e.getKey(), e.getValue())));
        Optional<String> linked = linked(task);
        String schema = linked.orElseGet(() -> generated(task, variables));
        return new Sheet(schema, data.toString(), linked.isEmpty(), draft);
    }

    /** The form to check answers against; empty when it cannot be read. */
    Optional<JsonNode> schema(OpenTask task) {
        try {
            return Optional.of(json.readTree(linked(task).orElseGet(() -> generated(task, tasks.variables(task)))));
        } catch (tools.jackson.core.JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> linked(OpenTask task) {
        return task.form().isPresent()
                ? definitions.form(task.form().getAsLong()).map(Definitions.Form::schema)
                : Optional.empty();
    }

    private String generated(OpenTask task, Map<String, JsonNode> variables) {
        ProcessModel model = models.process(task.definitionKey(), task.processId());
        return GeneratedForm.of(variables, Asked.after(model, task.elementId())).toString();
    }
}
