package io.tillflow.connectors.workers;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.tillflow.connectors.automations.DryRuns;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.experiments.Assignment;
import io.tillflow.connectors.experiments.Experiment.Place;
import io.tillflow.processes.ArmAssigned;
import io.tillflow.processes.AssignArm;
import io.tillflow.processes.JobType;
import org.springframework.stereotype.Component;

/** Which way a process goes for a unit of an experiment. */
@Component
public class ExperimentWorkers {
    private final Assignment assignment;

    ExperimentWorkers(Assignment assignment) {
        this.assignment = assignment;
    }

    @Action(
            name = "Draw an experiment's arm",
            help =
                    "Which of several ways is tried on this unit: drawn by chance, the same whenever it comes again. What comes of it is read by itself and compared on the page Experiments.",
            effect = Effect.READS)
    @JobWorker(type = JobType.INTELLIGENCE_ASSIGN_ARM)
    public ArmAssigned assign(@VariablesAsType AssignArm asked, ActivatedJob job) {
        return new ArmAssigned(
                Boolean.TRUE.equals(job.getVariablesAsMap().get(DryRuns.VARIABLE))
                        ? assignment.wouldAssign(asked)
                        : assignment.assign(
                                asked,
                                new Place(job.getBpmnProcessId(), job.getElementId()),
                                job.getProcessInstanceKey()));
    }
}
