package io.tillflow.studio.instances;

import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.repair.MigrationAdvice;
import io.tillflow.studio.repair.MigrationAdviser;
import io.tillflow.studio.repair.RestartPlan;
import io.tillflow.studio.repair.RestartPlanner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where an instance would stand in another version, with what is needed to draw both. */
@Component
class MigrationSides {
    private final MigrationAdviser adviser;
    private final RestartPlanner restarts;
    private final DeployedModels models;

    MigrationSides(MigrationAdviser adviser, RestartPlanner restarts, DeployedModels models) {
        this.adviser = adviser;
        this.restarts = restarts;
        this.models = models;
    }

    Optional<MigrationAdvice> advise(long instanceKey, long target, Map<String, String> chosen) {
        return adviser.advise(instanceKey, target, chosen);
    }

    String bpmn(long definitionKey) {
        return models.bpmn(definitionKey).orElse("");
    }

    /** Whether the engine can move what stands at an element at all. */
    boolean migrates(ProcessModel from, String elementId) {
        ProcessModel.Element element = from.elements().get(elementId);
        return element != null && MigrationAdviser.migrates(element);
    }

    /** What an element may become: everything of its kind in the target, in the order of the diagram. */
    List<ProcessModel.Element> candidates(ProcessModel from, String elementId, long target) {
        ProcessModel.Element element = from.elements().get(elementId);
        return element == null
                ? List.of()
                : models.process(target, from.processId()).inOrder().stream()
                        .filter(it -> it.type().equals(element.type()))
                        .toList();
    }

    Optional<RestartPlan> restart(long instanceKey, long target, List<String> at) {
        return restarts.plan(instanceKey, target, at);
    }

    /** Where an instance of a version can begin, in the order of the diagram. */
    List<ProcessModel.Element> beginnings(String processId, long target) {
        return models.process(target, processId).inOrder().stream()
                .filter(it -> restarts.canBegin(target, processId, it.id()))
                .toList();
    }
}
