package io.tillflow.studio.lint;

import java.util.stream.Stream;

/** Something drawn, called {@code x}, in a process that is otherwise in order. */
record DrawnThing(String name, Place place, String tag, String inside, String attributes) {
    static final String WORK = ext("<zeebe:taskDefinition type=\"payments.capture\"/>");

    /** Where it stands. */
    enum Place {
        MIDDLE,
        START,
        END,
        BOUNDARY
    }

    String alone() {
        return process(body(this));
    }

    String inAGroup() {
        return process(within("subProcess", "", body(this)));
    }

    String onMessage() {
        return process(afterMessage(body(this)));
    }

    /** In a pool, beside one that is only sketched: in it stands what would be refused if it were to run. */
    String besideASketch() {
        String sketch = node("startEvent", "asked", "", "", ">s1")
                + flow("s1", "asked", "answer", "")
                + node("task", "answer", "isForCompensation=\"true\"", "", "s1>s2")
                + flow("s2", "answer", "answered", "")
                + node("endEvent", "answered", "", "", "s2>")
                + node(
                        "boundaryEvent",
                        "lost",
                        "attachedToRef=\"answer\" cancelActivity=\"false\"",
                        error("declined"),
                        ">s3")
                + flow("s3", "lost", "given-up", "")
                + node("endEvent", "given-up", "", "", "s3>");
        return alone().replace(
                        "</bpmn:definitions>",
                        "<bpmn:process id=\"sketch\" isExecutable=\"false\">" + sketch + "</bpmn:process>"
                                + "<bpmn:error id=\"declined\" name=\"declined\" errorCode=\"PAYMENT_DECLINED\"/>"
                                + "<bpmn:collaboration id=\"both\"><bpmn:participant id=\"us\" name=\"us\" processRef=\"corpus-process\"/>"
                                + "<bpmn:participant id=\"them\" name=\"them\" processRef=\"sketch\"/></bpmn:collaboration></bpmn:definitions>");
    }

    static String ext(String inside) {
        return "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>";
    }

    static String message(String id) {
        return "<bpmn:messageEventDefinition id=\"xd\" messageRef=\"" + id + "\"/>";
    }

    static String signal(String id) {
        return "<bpmn:signalEventDefinition id=\"xd\" signalRef=\"" + id + "\"/>";
    }

    static String error(String id) {
        return "<bpmn:errorEventDefinition id=\"xd\" errorRef=\"" + id + "\"/>";
    }

    static String escalation(String id) {
        return "<bpmn:escalationEventDefinition id=\"xd\" escalationRef=\"" + id + "\"/>";
    }

    static String timer(String kind, String value) {
        return "<bpmn:timerEventDefinition id=\"xd\"><bpmn:" + kind + ">" + value + "</bpmn:" + kind
                + "></bpmn:timerEventDefinition>";
    }

    static String condition() {
        return "<bpmn:conditionalEventDefinition id=\"xd\"><bpmn:condition>=a</bpmn:condition></bpmn:conditionalEventDefinition>";
    }

    private static String flow(String id, String from, String to, String inside) {
        return "<bpmn:sequenceFlow id=\"" + id + "\" name=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to
                + "\">" + inside + "</bpmn:sequenceFlow>";
    }

    private static String node(String tag, String id, String attributes, String inside, String ways) {
        // the schema wants extensions first, then flows, then what the thing is or holds
        String extensions = "";
        String rest = inside;
        if (rest.contains("#first")) {
            extensions = rest.substring(rest.indexOf("#first") + "#first".length());
            rest = rest.substring(0, rest.indexOf("#first"));
        } else if (rest.startsWith("<bpmn:extensionElements>")) {
            int end = rest.indexOf("</bpmn:extensionElements>") + "</bpmn:extensionElements>".length();
            extensions = rest.substring(0, end);
            rest = rest.substring(end);
        }
        String flows = Stream.of(ways.replaceFirst(">.*", "").split(" "))
                        .filter(it -> !it.isEmpty())
                        .map(it -> "<bpmn:incoming>" + it + "</bpmn:incoming>")
                        .reduce("", String::concat)
                + Stream.of(ways.replaceFirst(".*>", "").split(" "))
                        .filter(it -> !it.isEmpty())
                        .map(it -> "<bpmn:outgoing>" + it + "</bpmn:outgoing>")
                        .reduce("", String::concat);
        return "<bpmn:" + tag + " id=\"" + id + "\" name=\"" + id + "\" " + attributes + ">" + extensions + flows
                + rest.replace("#last", "") + "</bpmn:" + tag + ">";
    }

    private static String body(DrawnThing it) {
        String start = node("startEvent", "started", "", "", ">a");
        String end = node("endEvent", "ended", "", "", "b>");
        return switch (it.place()) {
            case MIDDLE ->
                it.inside().startsWith("#either")
                        ? divided(it)
                        : start
                                + flow("a", "started", "x", "")
                                + node(it.tag(), "x", it.attributes(), it.inside(), "a>b")
                                + flow("b", "x", "ended", "")
                                + end;
            case START -> node(it.tag(), "x", it.attributes(), it.inside(), ">b") + flow("b", "x", "ended", "") + end;
            case END -> start + flow("a", "started", "x", "") + node(it.tag(), "x", it.attributes(), it.inside(), "a>");
            case BOUNDARY ->
                start
                        + flow("a", "started", "work", "")
                        + node("serviceTask", "work", "", WORK, "a>b")
                        + flow("b", "work", "ended", "")
                        + end
                        + node(it.tag(), "x", "attachedToRef=\"work\" " + it.attributes(), it.inside(), ">c")
                        + flow("c", "x", "caught", "")
                        + node("endEvent", "caught", "", "", "c>");
        };
    }

    /** A gateway with two ways, one of them with this condition. */
    private static String divided(DrawnThing it) {
        String text = it.inside().replaceFirst("#either ?", "");
        String condition = text.isEmpty()
                ? ""
                : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + text
                        + "</bpmn:conditionExpression>";
        return node("startEvent", "started", "", "", ">a")
                + flow("a", "started", "x", "")
                + node(it.tag(), "x", it.attributes(), "", "a>b c")
                + flow("b", "x", "ended", "")
                + flow("c", "x", "other", condition)
                + node("endEvent", "ended", "", "", "b>")
                + node("endEvent", "other", "", "", "c>");
    }

    private static String within(String tag, String attributes, String inside) {
        return node("startEvent", "outer-start", "", "", ">o1")
                + flow("o1", "outer-start", "outer", "")
                + node(tag, "outer", attributes, "#last" + inside, "o1>o2")
                + flow("o2", "outer", "outer-end", "")
                + node("endEvent", "outer-end", "", "", "o2>");
    }

    /** The same as what follows a message, beside the process's own way. */
    private static String afterMessage(String inside) {
        return node("startEvent", "outer-start", "", "", ">o1")
                + flow("o1", "outer-start", "outer-end", "")
                + node("endEvent", "outer-end", "", "", "o1>")
                + node(
                        "subProcess",
                        "outer",
                        "triggeredByEvent=\"true\"",
                        "#last"
                                + inside.replace(
                                        "<bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>",
                                        "<bpmn:outgoing>a</bpmn:outgoing>"
                                                + message("with-key").replace("xd", "od") + "</bpmn:startEvent>"),
                        ">");
    }

    private static String process(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\""
                + " xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" id=\"corpus\" targetNamespace=\"https://tillflow.io/corpus\""
                + " modeler:executionPlatform=\"Camunda Cloud\" modeler:executionPlatformVersion=\"8.5.0\">"
                + "<bpmn:process id=\"corpus-process\" isExecutable=\"true\">" + body + "</bpmn:process>"
                + referred(body)
                + "</bpmn:definitions>";
    }

    /** The engine judges what stands there, used or not; so only what is used stands there. */
    private static String referred(String body) {
        return Stream.of(
                        message("with-key", "=orderId"),
                        message("broken-key", "=a +"),
                        "<bpmn:message id=\"without-key\" name=\"order-placed\"/>",
                        "<bpmn:message id=\"nameless\"/>",
                        "<bpmn:signal id=\"recall\" name=\"recall\"/>",
                        "<bpmn:signal id=\"nameless-signal\"/>",
                        "<bpmn:error id=\"declined\" name=\"declined\" errorCode=\"PAYMENT_DECLINED\"/>",
                        "<bpmn:error id=\"unknown\" name=\"unknown\"/>",
                        "<bpmn:escalation id=\"late\" name=\"late\" escalationCode=\"LATE\"/>",
                        "<bpmn:escalation id=\"codeless\" name=\"codeless\"/>")
                .filter(it -> body.contains("Ref=" + it.replaceFirst("<[^>]*? id=(\"[^\"]*\").*", "$1")))
                .reduce("", String::concat);
    }

    private static String message(String id, String key) {
        return "<bpmn:message id=\"" + id + "\" name=\"" + id + "\">"
                + ext("<zeebe:subscription correlationKey=\"" + key + "\"/>") + "</bpmn:message>";
    }
}
