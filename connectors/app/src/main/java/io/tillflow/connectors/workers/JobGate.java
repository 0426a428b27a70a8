package io.tillflow.connectors.workers;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.tillflow.connectors.automations.Allowances;
import io.tillflow.connectors.automations.Cost;
import io.tillflow.connectors.automations.DryRuns;
import io.tillflow.connectors.catalogue.ActionInfo;
import io.tillflow.connectors.catalogue.Actions;
import io.tillflow.connectors.catalogue.Effect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stands before every worker: in a dry run an effect is written down instead of carried out, and otherwise taken into account
 * for the day's limits.
 *
 * @see "docs/adr/0018"
 */
@Component
class JobGate {
    private static final Logger log = LoggerFactory.getLogger(JobGate.class);
    private static final String NAME = "\"" + DryRuns.VARIABLE + "\"";

    private final Map<String, ActionInfo> actions =
            Actions.all().stream().collect(Collectors.toMap(ActionInfo::type, Function.identity()));
    private final DryRuns dryRuns;
    private final Allowances allowances;
    private final Costs costs;
    private final StandIns standIns;

    JobGate(DryRuns dryRuns, Allowances allowances, Costs costs, StandIns standIns) {
        this.dryRuns = dryRuns;
        this.allowances = allowances;
        this.costs = costs;
        this.standIns = standIns;
    }

    JobHandler before(JobHandler worker) {
        return (client, job) -> {
            if (!isDry(job)) {
                costs.of(job)
                        .map(cost -> costs.counted(job, cost))
                        .ifPresent(cost -> allowances.take(job.getBpmnProcessId(), effect(job), cost));
                worker.handle(client, job);
            } else if (onlyAsks(job)) {
                refuseWhatWasMadeUp(job);
                worker.handle(client, job);
            } else {
                complete(client, job, answer(job));
            }
        };
    }

    private static boolean isDry(ActivatedJob job) {
        return job.getVariables().contains(NAME)
                && Boolean.TRUE.equals(job.getVariablesAsMap().get(DryRuns.VARIABLE));
    }

    /** What only asks is done: without answers nothing could be decided. */
    private boolean onlyAsks(ActivatedJob job) {
        ActionInfo action = actions.get(job.getType());
        return (action != null && action.effect() == Effect.READS) || Costs.onlyGets(job);
    }

    private static void refuseWhatWasMadeUp(ActivatedJob job) {
        if (job.getVariables().contains("\"" + StandIns.MADE_UP + "\"")) {
            throw new IllegalStateException(
                    "this dry run ends here: the step asks about something that was only made up,"
                            + " because it was not really done before; cancel the instance");
        }
    }

    private Map<String, Object> answer(ActivatedJob job) {
        Map<String, Object> inputs = new LinkedHashMap<>(job.getVariablesAsMap());
        inputs.remove(DryRuns.VARIABLE);
        ActionInfo action = actions.get(job.getType());
        dryRuns.record(
                new DryRuns.Step(job.getBpmnProcessId(), job.getProcessInstanceKey(), job.getElementId(), job.getKey()),
                job.getType(),
                action == null ? job.getType() : action.name(),
                inputs);
        return standIns.of(
                job.getType(),
                job.getCustomHeaders(),
                costs.of(job).map(Cost::amount).orElse(0L));
    }

    private static void complete(JobClient client, ActivatedJob job, Map<String, Object> answer) {
        client.newCompleteCommand(job).variables(answer).send().exceptionally(trouble -> {
            log.warn("could not complete {} of dry run {}", job.getType(), job.getProcessInstanceKey(), trouble);
            return null;
        });
    }

    /** One effect is one key, however often its job is tried or begun anew. */
    private static String effect(ActivatedJob job) {
        Object key = job.getVariablesAsMap().get("effectKey");
        return key instanceof String text && !text.isBlank() ? text : "job " + job.getKey();
    }
}
