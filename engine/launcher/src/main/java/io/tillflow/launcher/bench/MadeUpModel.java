package io.tillflow.launcher.bench;

import java.util.Locale;

/**
 * A process of made-up stages with its diagram: each stage shows an order's state, asks a question, goes one of two ways and waits.
 *
 * @param shapes how many elements, each with a shape
 * @param edges how many flows between them
 */
record MadeUpModel(String id, String name, String source, int shapes, int edges) {

    private static final String REVIEWED = """
            <bpmn:extensionElements><zeebe:formDefinition formId="review-order"/>\
            <zeebe:assignmentDefinition candidateGroups="order-review"/></bpmn:extensionElements>""";
    private static final int BESIDE = 5;
    private static final int STAGE_WIDTH = 680;
    private static final int STAGE_HEIGHT = 300;
    private static final int LEFT = 240;
    private static final int TOP = 220;

    /** Six elements in each stage, and beginning and end. */
    static MadeUpModel of(String name, int stages) {
        DrawnProcess drawn = new DrawnProcess();
        drawn.node("begun", "startEvent", "Begun", "", spot(1, -90, 0, 36));
        String before = "begun";
        for (int stage = 1; stage <= stages; stage++) {
            elements(drawn, stage);
            before = flows(drawn, stage, before);
        }
        drawn.node("done", "endEvent", "Done", "", spot(stages + 1, 0, 0, 36));
        drawn.flow(before, "done");
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new MadeUpModel(id, name, drawn.source(id, name), drawn.nodes(), drawn.flows());
    }

    private static void elements(DrawnProcess drawn, int stage) {
        drawn.node(
                "show-order-" + stage,
                "serviceTask",
                "Show order " + stage,
                showing(
                        "show-order-" + stage,
                        "IN_REVIEW",
                        "<zeebe:output source=\"=order.total &gt; 10\" target=\"inStock\"/>"),
                spot(stage, 60, 0, 100));
        drawn.node("in-stock-" + stage, "exclusiveGateway", "In stock?", "", spot(stage, 180, 0, 50));
        drawn.node(
                "pack-order-" + stage,
                "serviceTask",
                "Pack order " + stage,
                showing("pack-order-" + stage, "PACKING", ""),
                spot(stage, 310, -70, 100));
        drawn.node("review-order-" + stage, "userTask", "Review order " + stage, REVIEWED, spot(stage, 310, 70, 100));
        drawn.node("go-on-" + stage, "exclusiveGateway", "", "", spot(stage, 440, 0, 50));
        drawn.node(
                "wait-" + stage,
                "intermediateCatchEvent",
                "An hour passed",
                "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>",
                spot(stage, 540, 0, 36));
    }

    /** Answers what the stage ends with. */
    private static String flows(DrawnProcess drawn, int stage, String before) {
        String wait = "wait-" + stage;
        drawn.flow(before, "show-order-" + stage);
        drawn.flow("show-order-" + stage, "in-stock-" + stage);
        drawn.flow(
                "in-stock-" + stage,
                "pack-order-" + stage,
                "yes",
                "<bpmn:conditionExpression>=inStock</bpmn:conditionExpression>");
        drawn.flow(
                "in-stock-" + stage,
                "review-order-" + stage,
                "no",
                "<bpmn:conditionExpression>=not(inStock)</bpmn:conditionExpression>");
        drawn.flow("pack-order-" + stage, "go-on-" + stage);
        drawn.flow("review-order-" + stage, "go-on-" + stage);
        drawn.flow("go-on-" + stage, wait);
        return wait;
    }

    private static String showing(String id, String state, String output) {
        return """
                <bpmn:extensionElements><zeebe:taskDefinition type="commerce.update-order" retries="5"/><zeebe:ioMapping>\
                <zeebe:input source="=order.id" target="orderId"/><zeebe:input source="%s" target="state"/>\
                <zeebe:input source="=order.id + &quot;/%s/&quot; + string(1)" target="effectKey"/>%s</zeebe:ioMapping>\
                </bpmn:extensionElements>""".formatted(state, id, output);
    }

    /** Within a stage; tasks are lower than wide. */
    private static DrawnProcess.Spot spot(int stage, int right, int down, int width) {
        return new DrawnProcess.Spot(
                LEFT + (stage - 1) % BESIDE * STAGE_WIDTH + right,
                TOP + (stage - 1) / BESIDE * STAGE_HEIGHT + down,
                width,
                Math.min(width, 80));
    }
}
