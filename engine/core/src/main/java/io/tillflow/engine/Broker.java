package io.tillflow.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.CreateProcessInstanceCommandStep1.CreateProcessInstanceCommandStep3;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.command.MigrationPlan.MigrationPlanBuilderFinalStep;
import io.camunda.client.api.command.MigrationPlan.MigrationPlanBuilderStep2;
import io.camunda.client.api.command.ModifyProcessInstanceCommandStep1;
import io.camunda.client.api.command.ModifyProcessInstanceCommandStep1.ModifyProcessInstanceCommandStep2;
import io.camunda.client.api.command.ModifyProcessInstanceCommandStep1.ModifyProcessInstanceCommandStep3;
import io.camunda.client.api.response.BrokerInfo;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionInfo;
import io.camunda.client.api.response.Topology;
import io.tillflow.engine.Deployment.Deployed;
import io.tillflow.engine.Deployment.Kind;
import io.tillflow.engine.Deployment.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Commands to a Zeebe broker. Each answers what the broker answered, or throws {@link Rejected} with its reason or
 * {@link BrokerUnavailable} when nobody answered in time.
 *
 * @see "docs/adr on job-based user tasks and on the gRPC client"
 */
public final class Broker implements AutoCloseable {

    private final CamundaClient client;

    /** Takes over the client: closing the broker closes it. */
    public Broker(CamundaClient client) {
        this.client = client;
    }

    /** Makes a broker that speaks gRPC; it connects lazily, so a broker that is down now is no error here. */
    public static Broker connect(BrokerSettings settings) {
        return new Broker(Clients.grpc(settings));
    }

    /** Deploys all files or none. */
    public Deployment deploy(List<Resource> resources) {
        if (resources.isEmpty()) {
            throw new Rejected(Rejected.Why.INVALID, "expected at least one file to deploy, but there is none", null);
        }
        Resource first = resources.getFirst();
        DeployResourceCommandStep2 command =
                client.newDeployResourceCommand().addResourceBytes(first.content(), first.name());
        for (Resource next : resources.subList(1, resources.size())) {
            command = command.addResourceBytes(next.content(), next.name());
        }
        return deployment(Sending.send(command));
    }

    /** Publishes a message and returns its key. The broker does not say whether anybody listens. */
    public long publish(Message message) {
        return Sending.send(client.newPublishMessageCommand()
                        .messageName(message.name())
                        .correlationKey(message.correlationKey())
                        .messageId(message.id())
                        .timeToLive(message.timeToLive())
                        .variables(message.variables()))
                .getMessageKey();
    }

    /** Sends a signal to all who wait for it now, and to every process that it begins. */
    public void broadcast(String signal, String variables) {
        Sending.send(client.newBroadcastSignalCommand().signalName(signal).variables(variables));
    }

    /** Starts an instance, of the latest version unless one is given, and returns its key. */
    public long start(String processId, OptionalInt version, String variables) {
        var step = client.newCreateInstanceCommand().bpmnProcessId(processId);
        CreateProcessInstanceCommandStep3 command =
                version.isPresent() ? step.version(version.getAsInt()) : step.latestVersion();
        return Sending.send(command.variables(variables)).getProcessInstanceKey();
    }

    /** Starts an instance of a version with a token before each of the elements instead of at its beginning, and returns its key. */
    public long startBefore(long definitionKey, List<String> elements, String variables) {
        CreateProcessInstanceCommandStep3 command = client.newCreateInstanceCommand()
                .processDefinitionKey(definitionKey)
                .variables(variables);
        for (String element : elements) {
            command = command.startBeforeElement(element);
        }
        return Sending.send(command).getProcessInstanceKey();
    }

    /** Cancels an instance with everything it still waits for. */
    public void cancel(long processInstanceKey) {
        Sending.send(client.newCancelInstanceCommand(processInstanceKey));
    }

    /**
     * Lets the work behind an incident run again: a job gets new retries first, then the incident is resolved.
     *
     * @param jobKey empty for an incident without a job, such as an expression that failed
     */
    public void retry(long incidentKey, OptionalLong jobKey, int retries) {
        if (jobKey.isPresent()) {
            Sending.send(client.newUpdateRetriesCommand(jobKey.getAsLong()).retries(retries));
        }
        Sending.send(client.newResolveIncidentCommand(incidentKey));
    }

    /**
     * Sets variables of an instance or of one of its elements.
     *
     * @param variables a JSON object
     * @param local true to keep them in that scope, false to let known names change where they live
     */
    public void setVariables(long scopeKey, String variables, boolean local) {
        Sending.send(
                client.newSetVariablesCommand(scopeKey).variables(variables).local(local));
    }

    /** Changes where the tokens of an instance stand, all at once; nothing happens when one of the steps cannot be done. */
    public void modify(long processInstanceKey, Modification modification) {
        ModifyProcessInstanceCommandStep1 step = client.newModifyProcessInstanceCommand(processInstanceKey);
        @Nullable ModifyProcessInstanceCommandStep2 ready = null;
        for (Modification.Activation it : modification.activate()) {
            ready = activate(ready == null ? step : ready.and(), it);
        }
        for (long key : modification.terminate()) {
            ready = (ready == null ? step : ready.and()).terminateElement(key);
        }
        Sending.send(Objects.requireNonNull(ready));
    }

    private static ModifyProcessInstanceCommandStep2 activate(
            ModifyProcessInstanceCommandStep1 step, Modification.Activation wanted) {
        ModifyProcessInstanceCommandStep3 activated = wanted.ancestor().isPresent()
                ? step.activateElement(wanted.elementId(), wanted.ancestor().getAsLong())
                : step.activateElement(wanted.elementId());
        for (Modification.Variables it : wanted.variables()) {
            activated = it.scope().isEmpty()
                    ? activated.withVariables(it.json())
                    : activated.withVariables(it.json(), it.scope());
        }
        return activated;
    }

    /**
     * Moves a running instance to another version of its process.
     *
     * @param mapping ids of active elements to ids in the target
     */
    public void migrate(long processInstanceKey, long targetDefinitionKey, Map<String, String> mapping) {
        if (mapping.isEmpty()) {
            throw new Rejected(
                    Rejected.Why.INVALID, "expected at least one element to be mapped, but the mapping is empty", null);
        }
        MigrationPlanBuilderStep2 builder =
                MigrationPlan.newBuilder().withTargetProcessDefinitionKey(targetDefinitionKey);
        @Nullable MigrationPlanBuilderFinalStep plan = null;
        for (Map.Entry<String, String> it : mapping.entrySet()) {
            plan = (plan == null ? builder : plan).addMappingInstruction(it.getKey(), it.getValue());
        }
        Sending.send(client.newMigrateProcessInstanceCommand(processInstanceKey)
                .migrationPlan(Objects.requireNonNull(plan).build()));
    }

    /** Completes a job, whoever activated it or nobody; variables are a JSON object. */
    public void complete(long jobKey, String variables) {
        Sending.send(client.newCompleteCommand(jobKey).variables(variables));
    }

    /** Asks the cluster how it is. */
    public BrokerHealth health() {
        Topology topology = Sending.send(client.newTopologyRequest());
        List<String> unhealthy = new ArrayList<>();
        topology.getBrokers().forEach(broker -> unhealthy.addAll(unhealthyPartitions(broker)));
        unhealthy.addAll(leaderless(topology));
        return new BrokerHealth(
                topology.getGatewayVersion(), topology.getClusterSize(), topology.getPartitionsCount(), unhealthy);
    }

    @Override
    public void close() {
        client.close();
    }

    /** Right after a start the gateway may not know yet who leads a partition; commands to it fail until then. */
    private static List<String> leaderless(Topology topology) {
        Set<Integer> led = topology.getBrokers().stream()
                .flatMap(broker -> broker.getPartitions().stream())
                .filter(PartitionInfo::isLeader)
                .map(PartitionInfo::getPartitionId)
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, Math.max(1, topology.getPartitionsCount()))
                .filter(partition -> !led.contains(partition))
                .mapToObj(partition -> "partition " + partition + " has no leader")
                .toList();
    }

    private static List<String> unhealthyPartitions(BrokerInfo broker) {
        return broker.getPartitions().stream()
                .filter(partition -> partition.getHealth() != PartitionBrokerHealth.HEALTHY)
                .map(partition -> "partition " + partition.getPartitionId() + " on " + broker.getAddress())
                .toList();
    }

    private static Deployment deployment(DeploymentEvent event) {
        List<Deployed> deployed = new ArrayList<>();
        event.getProcesses()
                .forEach(it -> deployed.add(new Deployed(
                        Kind.PROCESS,
                        it.getResourceName(),
                        it.getBpmnProcessId(),
                        it.getVersion(),
                        it.getProcessDefinitionKey())));
        event.getDecisions()
                .forEach(it -> deployed.add(new Deployed(
                        Kind.DECISION,
                        fileOf(event, it.getDecisionRequirementsKey()),
                        it.getDmnDecisionId(),
                        it.getVersion(),
                        it.getDecisionKey())));
        event.getForm()
                .forEach(it -> deployed.add(new Deployed(
                        Kind.FORM, it.getResourceName(), it.getFormId(), it.getVersion(), it.getFormKey())));
        return new Deployment(event.getKey(), List.copyOf(deployed));
    }

    private static String fileOf(DeploymentEvent event, long requirementsKey) {
        return event.getDecisionRequirements().stream()
                .filter(it -> it.getDecisionRequirementsKey() == requirementsKey)
                .map(it -> it.getResourceName())
                .findFirst()
                .orElse("");
    }
}
