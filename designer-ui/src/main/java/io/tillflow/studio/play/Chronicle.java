package io.tillflow.studio.play;

import io.tillflow.engine.model.ProcessModel;
import io.tillflow.engine.model.ProcessModel.Flow;
import io.tillflow.studio.play.Moment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Tells of a play what a person would tell: each event that means something becomes a line. */
final class Chronicle {
    private final ProcessModel model;
    private final List<Moment> lines = new ArrayList<>();

    Chronicle(ProcessModel model) {
        this.model = model;
    }

    List<Moment> lines() {
        return List.copyOf(lines);
    }

    void add(Moment line) {
        lines.add(line);
    }

    void take(Event event) {
        switch (event.valueType() + " " + event.intent()) {
            case "PROCESS_INSTANCE ELEMENT_ACTIVATED" -> begun(event);
            case "PROCESS_INSTANCE ELEMENT_COMPLETED" -> ended(event);
            case "PROCESS_INSTANCE SEQUENCE_FLOW_TAKEN" -> chosen(event);
            case "JOB COMPLETED" ->
                line(
                        event,
                        isTask(event) ? Kind.TASK : Kind.DONE,
                        values(event.value().path("variables")));
            case "USER_TASK COMPLETED" ->
                line(event, Kind.TASK, values(event.value().path("variables")));
            case "JOB ERROR_THROWN" -> line(event, Kind.ERROR, event.text("errorCode"));
            case "JOB FAILED" -> line(event, Kind.GAVE_UP, event.text("errorMessage"));
            case "DECISION_EVALUATION EVALUATED" -> line(event, Kind.DECIDED, verdict(event));
            case "PROCESS_MESSAGE_SUBSCRIPTION CORRELATED" -> line(event, Kind.MESSAGE, event.text("messageName"));
            case "SIGNAL BROADCASTED" -> line(event, Kind.SIGNAL, event.text("signalName"));
            case "TIMER TRIGGERED" ->
                lines.add(new Moment(event.time(), Kind.TIMER, event.text("targetElementId"), ""));
            case "INCIDENT CREATED" -> line(event, Kind.INCIDENT, event.text("errorMessage"));
            case "INCIDENT RESOLVED" -> line(event, Kind.REPAIRED, "");
            default -> {
                // the engine's own business
            }
        }
    }

    private void line(Event event, Kind kind, String detail) {
        lines.add(new Moment(event.time(), kind, event.text("elementId"), detail));
    }

    private void begun(Event event) {
        if (event.text("bpmnElementType").equals("PROCESS")) {
            line(event, Kind.STARTED, event.text("bpmnProcessId"));
        }
    }

    private void ended(Event event) {
        if (event.text("bpmnElementType").equals("END_EVENT")) {
            line(event, Kind.ENDED, "");
        }
    }

    /** A flow that was one of several, and only one was taken. */
    private void chosen(Event event) {
        String id = event.text("elementId");
        model.flows().stream()
                .filter(flow -> flow.id().equals(id) && chooses(flow.source()))
                .forEach(flow -> lines.add(new Moment(event.time(), Kind.CHOSE, flow.source(), words(flow))));
    }

    private boolean chooses(String source) {
        ProcessModel.Element element = model.elements().get(source);
        return element != null
                && (element.type().equals("exclusiveGateway") || element.type().equals("inclusiveGateway"))
                && model.flows().stream()
                                .filter(flow -> flow.source().equals(source))
                                .count()
                        > 1;
    }

    private String words(Flow flow) {
        return flow.name().isBlank() ? model.label(flow.target()) : flow.name();
    }

    private static boolean isTask(Event event) {
        return event.text("type").equals(Story.USER_TASK);
    }

    private static String values(JsonNode variables) {
        return variables.isEmpty() ? "" : variables.toString();
    }

    private static String verdict(Event event) {
        String rules = StreamSupport.stream(
                        event.value().path("evaluatedDecisions").spliterator(), false)
                .flatMap(it -> StreamSupport.stream(it.path("matchedRules").spliterator(), false))
                .map(it -> it.path("ruleIndex").asString(""))
                .collect(Collectors.joining(", "));
        String output = event.text("decisionOutput");
        return rules.isEmpty() ? output : rules + ": " + output;
    }
}
