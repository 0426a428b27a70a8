package io.tillflow.studio.lint;

import static io.tillflow.studio.lint.DrawnThing.WORK;
import static io.tillflow.studio.lint.DrawnThing.ext;

import io.tillflow.studio.lint.DrawnThing.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** What other editors leave behind in a model, and what looks odd but may run: references that lead nowhere, loose steps, listeners. */
final class Oddities {
    private static final String PLAIN = new DrawnThing("service task", Place.MIDDLE, "serviceTask", WORK, "").alone();
    private static final String LISTENERS = ext(
            "<zeebe:executionListeners><zeebe:executionListener eventType=\"start\" type=\"noted\"/></zeebe:executionListeners>");
    private static final String START = "<bpmn:startEvent id=\"started\" name=\"started\" >";
    private static final String END_OF_PROCESS = "</bpmn:process>";
    private static final String END_OF_FILE = "</bpmn:definitions>";

    private final Map<String, String> models = new LinkedHashMap<>();

    private Oddities() {}

    /** Models by name. */
    static Map<String, String> models() {
        Oddities all = new Oddities();
        all.references();
        all.structure();
        all.listeners();
        all.values();
        all.noExpressions();
        return all.models;
    }

    private void references() {
        before(
                "form with markup in it",
                START,
                "<bpmn:extensionElements><zeebe:userTaskForm id=\"form\">{\"components\": [{\"type\": \"text\", \"text\": \"<b>Hello</b>\"}]}"
                        + "</zeebe:userTaskForm></bpmn:extensionElements>");
        before(
                "picture of a process that is gone",
                END_OF_FILE,
                "<bpmndi:BPMNDiagram xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" id=\"d\"><bpmndi:BPMNPlane id=\"p\" bpmnElement=\"gone\"/></bpmndi:BPMNDiagram>");
        before(
                "news for nobody",
                END_OF_FILE,
                "<bpmn:collaboration id=\"both\"><bpmn:participant id=\"us\" name=\"us\" processRef=\"corpus-process\"/>"
                        + "<bpmn:messageFlow id=\"m\" sourceRef=\"x\" targetRef=\"gone\"/></bpmn:collaboration>");
        changed(
                "step with a way that is gone",
                "<bpmn:outgoing>b<",
                "<bpmn:outgoing>gone</bpmn:outgoing><bpmn:outgoing>b<");
        changed("way to nowhere", "targetRef=\"ended\"", "targetRef=\"gone\"");
        changed("way from nowhere", "sourceRef=\"started\"", "sourceRef=\"gone\"");
        before(
                "edge of nothing",
                END_OF_PROCESS,
                "<bpmn:boundaryEvent id=\"edge\" name=\"edge\" attachedToRef=\"gone\">"
                        + DrawnThing.timer("timeDuration", "PT1H") + "</bpmn:boundaryEvent>");
        before(
                "note on nothing",
                END_OF_PROCESS,
                "<bpmn:textAnnotation id=\"n\"><bpmn:text>why</bpmn:text></bpmn:textAnnotation><bpmn:association id=\"o\" sourceRef=\"gone\" targetRef=\"n\"/>");
    }

    private void structure() {
        before("step that nothing leads to", END_OF_PROCESS, "<bpmn:manualTask id=\"loose\" name=\"loose\"/>");
        changed(
                "process without an end",
                "(?s)<bpmn:sequenceFlow id=\"b\".*</bpmn:endEvent>",
                "",
                "<bpmn:outgoing>b</bpmn:outgoing>");
        before(
                "sketch without a beginning",
                END_OF_FILE,
                "<bpmn:process id=\"sketch\" isExecutable=\"false\"><bpmn:manualTask id=\"asked\" name=\"asked\"/></bpmn:process>");
        before("two plain beginnings", END_OF_PROCESS, "<bpmn:startEvent id=\"other\" name=\"other\"/>");
        changed(
                "process without a beginning",
                "(?s)<bpmn:startEvent.*?</bpmn:startEvent>.*?</bpmn:sequenceFlow>",
                "",
                "<bpmn:incoming>a</bpmn:incoming>");
        more("step with two ways on", "x", "ended");
        more("step reached twice", "started", "x");
        models.put(
                "gateway that joins and divides",
                new DrawnThing("", Place.MIDDLE, "parallelGateway", "", "")
                        .alone()
                        .replace(END_OF_PROCESS, flow("e", "started", "x") + flow("f", "x", "ended") + END_OF_PROCESS));
        changed(
                "way on a condition from a step",
                "targetRef=\"ended\">",
                "targetRef=\"ended\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">=true</bpmn:conditionExpression>");
        changed(
                "start by two things",
                "</bpmn:startEvent>",
                DrawnThing.timer("timeCycle", "R/P1D") + "<bpmn:signalEventDefinition id=\"xs\"/></bpmn:startEvent>");
    }

    private void listeners() {
        changed("start with a listener", START, START + LISTENERS);
        changed("end with a listener", "(<bpmn:endEvent [^>]*>)", "$1" + LISTENERS);
        models.put(
                "service task with a listener",
                PLAIN.replace("</bpmn:extensionElements>", LISTENERS.replace("<bpmn:extensionElements>", "")));
        changed("process with a listener", "(<bpmn:process [^>]*>)", "$1" + LISTENERS);
        models.put(
                "service task with the same listener twice",
                PLAIN.replace(
                        "</bpmn:extensionElements>",
                        LISTENERS
                                .replace("<bpmn:extensionElements>", "")
                                .replaceFirst("(<zeebe:executionListener .*?/>)", "$1$1")));
        models.put("user task with a listener", new DrawnThing("", Place.MIDDLE, "userTask", LISTENERS, "").alone());
        models.put(
                "group in any order for a later engine",
                new DrawnThing("", Place.MIDDLE, "adHocSubProcess", "#last<bpmn:task id=\"y\" name=\"y\"/>", "")
                        .alone()
                        .replace("8.5.0", "8.8.0"));
    }

    private void values() {
        String mapping = "<zeebe:ioMapping><zeebe:input %s target=\"c\"/></zeebe:ioMapping></bpmn:extensionElements>";
        String end = "</bpmn:extensionElements>";
        changed("input of nothing", end, mapping.formatted(""));
        changed("data that nobody brings", end, mapping.formatted("source=\"=nobody.knows\""));
        models.put(
                "wait for a message with a key that is no expression",
                new DrawnThing("", Place.MIDDLE, "intermediateCatchEvent", DrawnThing.message("with-key"), "")
                        .alone()
                        .replace("\"=orderId\"", "\"orderId\""));
    }

    /** Texts where the engine wants an expression. */
    private void noExpressions() {
        drawn("either with a condition that is no expression", "exclusiveGateway", "#either a &gt; 1", "default=\"b\"");
        drawn(
                "script task with what is no expression",
                "scriptTask",
                ext("<zeebe:script expression=\"1 + 1\" resultVariable=\"two\"/>"),
                "");
        String work = "<zeebe:taskDefinition type=\"payments.capture\"/><zeebe:ioMapping>%s</zeebe:ioMapping>";
        drawn(
                "task with data in that is no expression",
                "serviceTask",
                ext(work.formatted("<zeebe:input source=\"a\" target=\"c\"/>")),
                "");
        drawn(
                "task with data out that is no expression",
                "serviceTask",
                ext(work.formatted("<zeebe:output source=\"a\" target=\"c\"/>")),
                "");
        String rounds = WORK
                + "<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics %s/></bpmn:extensionElements>%s</bpmn:multiInstanceLoopCharacteristics>";
        drawn(
                "task for each of what is no expression",
                "serviceTask",
                rounds.formatted("inputCollection=\"all\"", ""),
                "");
        drawn(
                "task for each with a result that is no expression",
                "serviceTask",
                rounds.formatted("inputCollection=\"=[1]\" outputCollection=\"all\" outputElement=\"one\"", ""),
                "");
        drawn(
                "task for each until what is no expression",
                "serviceTask",
                rounds.formatted(
                        "inputCollection=\"=[1]\"",
                        "<bpmn:completionCondition xsi:type=\"bpmn:tFormalExpression\">true</bpmn:completionCondition>"),
                "");
    }

    private void drawn(String name, String tag, String inside, String attributes) {
        models.put(name, new DrawnThing(name, Place.MIDDLE, tag, inside, attributes).alone());
    }

    private void changed(String name, String what, String by, String... gone) {
        String model = PLAIN.replaceFirst(what, by);
        for (String it : gone) {
            model = model.replace(it, "");
        }
        models.put(name, model);
    }

    private void before(String name, String place, String what) {
        models.put(name, PLAIN.replace(place, what + place));
    }

    private void more(String name, String from, String to) {
        before(name, END_OF_PROCESS, flow("more", from, to));
    }

    private static String flow(String id, String from, String to) {
        return "<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
    }
}
