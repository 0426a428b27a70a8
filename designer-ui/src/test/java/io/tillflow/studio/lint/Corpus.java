package io.tillflow.studio.lint;

import static io.tillflow.studio.lint.DrawnThing.WORK;
import static io.tillflow.studio.lint.DrawnThing.condition;
import static io.tillflow.studio.lint.DrawnThing.error;
import static io.tillflow.studio.lint.DrawnThing.escalation;
import static io.tillflow.studio.lint.DrawnThing.ext;
import static io.tillflow.studio.lint.DrawnThing.message;
import static io.tillflow.studio.lint.DrawnThing.signal;
import static io.tillflow.studio.lint.DrawnThing.timer;

import io.tillflow.studio.lint.DrawnThing.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small processes, one for each thing that can be drawn, set up well and set up wrongly, each in several surroundings. */
final class Corpus {
    private final List<DrawnThing> things = new ArrayList<>();

    private Corpus() {}

    /** Models by name. */
    static Map<String, String> models() {
        Corpus corpus = new Corpus();
        corpus.tasks();
        corpus.scripts();
        corpus.people();
        corpus.others();
        corpus.markers();
        corpus.gateways();
        corpus.beginnings();
        corpus.waits();
        corpus.endings();
        corpus.edges();
        corpus.scopes();
        Map<String, String> models = new LinkedHashMap<>();
        corpus.things.forEach(thing -> {
            models.put(thing.name(), thing.alone());
            models.put(thing.name() + " in a group of steps", thing.inAGroup());
            if (thing.place() != Place.START) {
                models.put(thing.name() + " when something came", thing.onMessage());
            }
        });
        models.put(
                "service task without a name",
                models.getOrDefault("service task", "").replaceAll("(<bpmn:serviceTask [^>]*?) name=\"[^\"]*\"", "$1"));
        models.put(
                "service task beside a sketch",
                new DrawnThing("service task", Place.MIDDLE, "serviceTask", WORK, "").besideASketch());
        models.put(
                "signal in a model for an older engine",
                models.getOrDefault("when a signal comes", "")
                        .replaceAll("executionPlatformVersion=\"[^\"]*\"", "executionPlatformVersion=\"8.1.0\""));
        models.putAll(Oddities.models());
        return models;
    }

    private void middle(String name, String tag, String inside, String... attributes) {
        things.add(new DrawnThing(name, Place.MIDDLE, tag, inside, String.join(" ", attributes)));
    }

    private void at(Place place, String name, String tag, String inside, String... attributes) {
        things.add(new DrawnThing(name, place, tag, inside, String.join(" ", attributes)));
    }

    private void tasks() {
        middle("service task", "serviceTask", WORK);
        middle("service task without work", "serviceTask", "");
        middle(
                "service task with a type that is no expression",
                "serviceTask",
                ext("<zeebe:taskDefinition type=\"=1 +\"/>"));
        middle(
                "service task with retries that are no number",
                "serviceTask",
                ext("<zeebe:taskDefinition type=\"payments.capture\" retries=\"=)\"/>"));
        middle("send task", "sendTask", WORK);
        middle("send task without work", "sendTask", "");
    }

    private void scripts() {
        middle(
                "script task by expression",
                "scriptTask",
                ext("<zeebe:script expression=\"=1 + 1\" resultVariable=\"two\"/>"));
        middle("script task without a result", "scriptTask", ext("<zeebe:script expression=\"=1 + 1\"/>"));
        middle(
                "script task with a broken expression",
                "scriptTask",
                ext("<zeebe:script expression=\"=1 +\" resultVariable=\"two\"/>"));
        middle("script task by work", "scriptTask", WORK);
        middle("script task without anything", "scriptTask", "");
        middle(
                "decision",
                "businessRuleTask",
                ext("<zeebe:calledDecision decisionId=\"order-risk\" resultVariable=\"risk\"/>"));
        middle(
                "decision without a result",
                "businessRuleTask",
                ext("<zeebe:calledDecision decisionId=\"order-risk\"/>"));
        middle("decision by work", "businessRuleTask", WORK);
        middle("decision without anything", "businessRuleTask", "");
    }

    private void people() {
        middle("user task", "userTask", "");
        middle("user task with the type of a job", "userTask", WORK);
        middle("user task of the engine's own", "userTask", ext("<zeebe:userTask/>"));
        middle(
                "user task with a due date that is no time",
                "userTask",
                ext("<zeebe:taskSchedule dueDate=\"tomorrow\"/>"));
        middle("user task with groups", "userTask", ext("<zeebe:assignmentDefinition candidateGroups=\"risk\"/>"));
        middle(
                "user task with an assignee that is no expression",
                "userTask",
                ext("<zeebe:assignmentDefinition assignee=\"=a +\"/>"));
        middle("receive task", "receiveTask", "", "messageRef=\"with-key\"");
        middle("receive task without a message", "receiveTask", "");
        middle("receive task without a key", "receiveTask", "", "messageRef=\"without-key\"");
    }

    private void others() {
        middle("manual task", "manualTask", "");
        middle("task", "task", "");
        middle("call", "callActivity", ext("<zeebe:calledElement processId=\"other\"/>"));
        middle("call of nothing", "callActivity", "");
        middle("call with a broken expression", "callActivity", ext("<zeebe:calledElement processId=\"=a +\"/>"));
        middle(
                "task with data in and out",
                "serviceTask",
                ext(
                        "<zeebe:taskDefinition type=\"payments.capture\"/><zeebe:ioMapping><zeebe:input source=\"=a.b\" target=\"c\"/>"
                                + "<zeebe:output source=\"=d\" target=\"e.f\"/></zeebe:ioMapping>"));
        middle(
                "task with broken data in",
                "serviceTask",
                ext(
                        "<zeebe:taskDefinition type=\"payments.capture\"/><zeebe:ioMapping><zeebe:input source=\"=a..\" target=\"c\"/></zeebe:ioMapping>"));
        middle(
                "task with data for nowhere",
                "serviceTask",
                ext(
                        "<zeebe:taskDefinition type=\"payments.capture\"/><zeebe:ioMapping><zeebe:output source=\"=a\" target=\"\"/></zeebe:ioMapping>"));
    }

    private void markers() {
        String each = ext("<zeebe:loopCharacteristics inputCollection=\"=[1, 2]\" inputElement=\"one\"/>");
        middle(
                "task for each",
                "serviceTask",
                WORK + "<bpmn:multiInstanceLoopCharacteristics>" + each + "</bpmn:multiInstanceLoopCharacteristics>");
        middle(
                "task one after the other",
                "serviceTask",
                WORK + "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\">" + each
                        + "</bpmn:multiInstanceLoopCharacteristics>");
        middle("task for each of nothing", "serviceTask", WORK + "<bpmn:multiInstanceLoopCharacteristics/>");
        middle(
                "task for each with results for nowhere",
                "serviceTask",
                WORK + "<bpmn:multiInstanceLoopCharacteristics>"
                        + ext("<zeebe:loopCharacteristics inputCollection=\"=[1]\" outputCollection=\"all\"/>")
                        + "</bpmn:multiInstanceLoopCharacteristics>");
        middle("task in a loop", "serviceTask", WORK + "<bpmn:standardLoopCharacteristics/>");
        middle("task to make undone", "serviceTask", WORK, "isForCompensation=\"true\"");
    }

    private void gateways() {
        things.add(new DrawnThing("parallel gateway", Place.MIDDLE, "parallelGateway", "", ""));
        things.add(new DrawnThing("exclusive gateway with one way", Place.MIDDLE, "exclusiveGateway", "", ""));
        things.add(new DrawnThing("inclusive gateway with one way", Place.MIDDLE, "inclusiveGateway", "", ""));
        things.add(new DrawnThing("complex gateway", Place.MIDDLE, "complexGateway", "", ""));
        things.add(new DrawnThing("event gateway with one way", Place.MIDDLE, "eventBasedGateway", "", ""));
        things.add(new DrawnThing(
                "either with a condition", Place.MIDDLE, "exclusiveGateway", "#either =a &gt; 1", "default=\"b\""));
        things.add(new DrawnThing("either without a condition", Place.MIDDLE, "exclusiveGateway", "#either", ""));
        things.add(new DrawnThing(
                "either with a broken condition",
                Place.MIDDLE,
                "exclusiveGateway",
                "#either =a &gt;",
                "default=\"b\""));
        things.add(new DrawnThing(
                "any with a condition", Place.MIDDLE, "inclusiveGateway", "#either =a &gt; 1", "default=\"b\""));
        things.add(new DrawnThing("any without a condition", Place.MIDDLE, "inclusiveGateway", "#either", ""));
    }

    private void beginnings() {
        at(Place.START, "plain start", "startEvent", "");
        at(Place.START, "start by message", "startEvent", message("without-key"));
        at(Place.START, "start by a message without a name", "startEvent", message("nameless"));
        at(Place.START, "start by no message", "startEvent", "<bpmn:messageEventDefinition id=\"xd\"/>");
        at(Place.START, "start by signal", "startEvent", signal("recall"));
        at(Place.START, "start by no signal", "startEvent", "<bpmn:signalEventDefinition id=\"xd\"/>");
        at(Place.START, "start every day", "startEvent", timer("timeCycle", "R/P1D"));
        at(Place.START, "start by cron", "startEvent", timer("timeCycle", "0 0 9 * * *"));
        at(Place.START, "start on a day", "startEvent", timer("timeDate", "2030-01-01T00:00:00Z"));
        at(Place.START, "start never", "startEvent", "<bpmn:timerEventDefinition id=\"xd\"/>");
        at(Place.START, "start at no time", "startEvent", timer("timeCycle", "every day"));
        at(Place.START, "start on a condition", "startEvent", condition());
        at(Place.START, "start by an error", "startEvent", error("declined"));
    }

    private void waits() {
        middle("wait for a message", "intermediateCatchEvent", message("with-key"));
        middle("wait for a message without a key", "intermediateCatchEvent", message("without-key"));
        middle("wait for a message with a broken key", "intermediateCatchEvent", message("broken-key"));
        middle("wait for nothing", "intermediateCatchEvent", "");
        middle("wait an hour", "intermediateCatchEvent", timer("timeDuration", "PT1H"));
        middle("wait until", "intermediateCatchEvent", timer("timeDate", "=then"));
        middle("wait a while", "intermediateCatchEvent", timer("timeDuration", "an hour"));
        middle("wait again and again", "intermediateCatchEvent", timer("timeCycle", "R/PT1H"));
        middle("wait with a broken time", "intermediateCatchEvent", timer("timeDuration", "=1 +"));
        middle("wait for a signal", "intermediateCatchEvent", signal("recall"));
        middle("wait for a signal without a name", "intermediateCatchEvent", signal("nameless-signal"));
        middle("wait for a condition", "intermediateCatchEvent", condition());
        middle("throw nothing", "intermediateThrowEvent", "");
        middle("throw a message", "intermediateThrowEvent", message("without-key") + "#first" + WORK);
        middle("throw a message without work", "intermediateThrowEvent", message("without-key"));
        middle("throw a signal", "intermediateThrowEvent", signal("recall"));
        middle("throw an escalation", "intermediateThrowEvent", escalation("late"));
        middle("throw an escalation without a code", "intermediateThrowEvent", escalation("codeless"));
        middle("undo", "intermediateThrowEvent", "<bpmn:compensateEventDefinition id=\"xd\"/>");
    }

    private void endings() {
        at(Place.END, "plain end", "endEvent", "");
        at(Place.END, "end with an error", "endEvent", error("declined"));
        at(Place.END, "end with an error without a code", "endEvent", error("unknown"));
        at(Place.END, "end with no error", "endEvent", "<bpmn:errorEventDefinition id=\"xd\"/>");
        at(Place.END, "end with an escalation", "endEvent", escalation("late"));
        at(Place.END, "end of all", "endEvent", "<bpmn:terminateEventDefinition id=\"xd\"/>");
        at(Place.END, "end with a signal", "endEvent", signal("recall"));
        at(Place.END, "end with a message", "endEvent", message("without-key") + "#first" + WORK);
        at(Place.END, "end with a message without work", "endEvent", message("without-key"));
        at(Place.END, "end by cancelling", "endEvent", "<bpmn:cancelEventDefinition id=\"xd\"/>");
        at(Place.END, "end by undoing", "endEvent", "<bpmn:compensateEventDefinition id=\"xd\"/>");
    }

    private void edges() {
        at(Place.BOUNDARY, "catch an error", "boundaryEvent", error("declined"));
        at(Place.BOUNDARY, "catch an error without a code", "boundaryEvent", error("unknown"));
        at(Place.BOUNDARY, "catch any error", "boundaryEvent", "<bpmn:errorEventDefinition id=\"xd\"/>");
        at(Place.BOUNDARY, "catch an error and go on", "boundaryEvent", error("declined"), "cancelActivity=\"false\"");
        at(Place.BOUNDARY, "catch an escalation", "boundaryEvent", escalation("late"));
        at(Place.BOUNDARY, "after an hour", "boundaryEvent", timer("timeDuration", "PT1H"));
        at(Place.BOUNDARY, "every hour", "boundaryEvent", timer("timeCycle", "R/PT1H"), "cancelActivity=\"false\"");
        at(Place.BOUNDARY, "every hour but only once", "boundaryEvent", timer("timeCycle", "R/PT1H"));
        at(Place.BOUNDARY, "when a message comes", "boundaryEvent", message("with-key"));
        at(Place.BOUNDARY, "when a message without a key comes", "boundaryEvent", message("without-key"));
        at(Place.BOUNDARY, "when a signal comes", "boundaryEvent", signal("recall"));
        at(Place.BOUNDARY, "when nothing comes", "boundaryEvent", "");
        at(Place.BOUNDARY, "when a condition holds", "boundaryEvent", condition());
        at(Place.BOUNDARY, "when it is cancelled", "boundaryEvent", "<bpmn:cancelEventDefinition id=\"xd\"/>");
    }

    private void scopes() {
        String inner =
                "<bpmn:startEvent id=\"y1\" name=\"y1\"><bpmn:outgoing>y2</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id=\"y2\" sourceRef=\"y1\" targetRef=\"y3\"/>"
                        + "<bpmn:endEvent id=\"y3\" name=\"y3\"><bpmn:incoming>y2</bpmn:incoming></bpmn:endEvent>";
        middle("group of steps", "subProcess", "#last" + inner);
        middle("group of steps without a beginning", "subProcess", "");
        middle("transaction", "transaction", "#last" + inner);
        middle("group in any order", "adHocSubProcess", "#last<bpmn:task id=\"y\" name=\"y\"/>");
        middle(
                "group with a start by message",
                "subProcess",
                "#last"
                        + inner.replace(
                                "</bpmn:outgoing>",
                                "</bpmn:outgoing>" + message("without-key").replace("xd", "yd")));
    }
}
