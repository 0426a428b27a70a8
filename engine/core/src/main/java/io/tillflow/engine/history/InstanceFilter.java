package io.tillflow.engine.history;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which instances to list.
 *
 * @param processes BPMN process ids; empty means all
 * @param states empty means all
 * @param text the beginning of an order number, or an instance key
 * @param customer a part of the name or address of whose order it is about; empty means all
 * @param element id of an element the instance stands at now
 * @param startedFrom inclusive
 * @param startedTo exclusive
 * @param incident a part of the message of an incident the instance has or had, in any case; empty means all
 * @param variables all of them must hold
 */
public record InstanceFilter(
        Set<String> processes,
        OptionalInt version,
        Set<InstanceState> states,
        String text,
        String customer,
        Optional<String> element,
        Optional<Instant> startedFrom,
        Optional<Instant> startedTo,
        String incident,
        List<VariableCondition> variables) {

    public static final InstanceFilter ALL = new InstanceFilter(
            Set.of(),
            OptionalInt.empty(),
            Set.of(),
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            List.of());

    public static final Set<InstanceState> OPEN_STATES =
            Set.copyOf(EnumSet.of(InstanceState.RUNNING, InstanceState.WAITING, InstanceState.INCIDENT));

    public InstanceFilter {
        processes = Set.copyOf(processes);
        states = Set.copyOf(states);
        text = text.strip();
        customer = customer.strip();
        incident = incident.strip();
        variables = List.copyOf(variables);
    }

    public static InstanceFilter open() {
        return ALL.withStates(OPEN_STATES);
    }

    public InstanceFilter withProcesses(Set<String> chosen) {
        return new InstanceFilter(
                chosen, version, states, text, customer, element, startedFrom, startedTo, incident, variables);
    }

    public InstanceFilter withVersion(OptionalInt chosen) {
        return new InstanceFilter(
                processes, chosen, states, text, customer, element, startedFrom, startedTo, incident, variables);
    }

    public InstanceFilter withStates(Set<InstanceState> chosen) {
        return new InstanceFilter(
                processes, version, chosen, text, customer, element, startedFrom, startedTo, incident, variables);
    }

    public InstanceFilter withText(String wanted) {
        return new InstanceFilter(
                processes, version, states, wanted, customer, element, startedFrom, startedTo, incident, variables);
    }

    public InstanceFilter withCustomer(String words) {
        return new InstanceFilter(
                processes, version, states, text, words, element, startedFrom, startedTo, incident, variables);
    }

    public InstanceFilter withElement(Optional<String> elementId) {
        return new InstanceFilter(
                processes, version, states, text, customer, elementId, startedFrom, startedTo, incident, variables);
    }

    public InstanceFilter withStarted(Optional<Instant> from, Optional<Instant> to) {
        return new InstanceFilter(processes, version, states, text, customer, element, from, to, incident, variables);
    }

    public InstanceFilter withIncident(String part) {
        return new InstanceFilter(
                processes, version, states, text, customer, element, startedFrom, startedTo, part, variables);
    }

    public InstanceFilter withVariables(List<VariableCondition> conditions) {
        return new InstanceFilter(
                processes, version, states, text, customer, element, startedFrom, startedTo, incident, conditions);
    }

    /** Whether only open instances can match, so that they can be put in order by how late they are. */
    public boolean onlyOpen() {
        return !states.isEmpty() && states.stream().allMatch(InstanceState::open);
    }
}
