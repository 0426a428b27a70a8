package io.tillflow.exporter.generate;

import java.util.List;
import java.util.Locale;

/**
 * A process whose instances are made up: its steps in a row, as a model with a diagram.
 *
 * @param share how many of a hundred instances are of this process
 */
record ShopProcess(String id, String name, int versions, int share, List<Step> steps) {

    /** What a step does while an instance is in it. */
    enum Kind {
        START("startEvent", 36),
        GATEWAY("exclusiveGateway", 50),
        DECISION("businessRuleTask", 80),
        JOB("serviceTask", 80),
        REVIEW("userTask", 80),
        MESSAGE("intermediateCatchEvent", 36),
        TIMER("intermediateCatchEvent", 36),
        END("endEvent", 36),
        /** Begins an embedded sub-process: what follows is in it, until it ends. */
        SCOPE("subProcess", 0),
        SCOPE_END("subProcess", 0);

        private final String tag;
        private final int height;

        Kind(String tag, int height) {
            this.tag = tag;
            this.height = height;
        }

        String tag() {
            return tag;
        }

        int height() {
            return height;
        }

        /** What Zeebe calls such an element. */
        String elementType() {
            return tag.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        }
    }

    /**
     * A step.
     *
     * @param minutes how long an instance usually stays in it
     */
    record Step(String id, Kind kind, double minutes) {}

    /** What a shop runs: mostly orders, some returns, few of the rest. Their ids are not those of processes that really run. */
    static final List<ShopProcess> ALL = List.of(
            new ShopProcess(
                    "past-orders",
                    "Orders (made up)",
                    6,
                    82,
                    List.of(
                            new Step("order-placed", Kind.START, 0),
                            new Step("check-order", Kind.SCOPE, 0),
                            new Step("check-begins", Kind.START, 0),
                            new Step("assess-risk", Kind.DECISION, 0.001),
                            new Step("review-needed", Kind.GATEWAY, 0),
                            new Step("review-order", Kind.REVIEW, 45),
                            new Step("check-done", Kind.END, 0),
                            new Step("check-order", Kind.SCOPE_END, 0),
                            new Step("await-payment", Kind.MESSAGE, 6),
                            new Step("prepare-parcel", Kind.SCOPE, 0),
                            new Step("parcel-begins", Kind.START, 0),
                            new Step("allocate-stock", Kind.JOB, 0.02),
                            new Step("in-stock", Kind.GATEWAY, 0),
                            new Step("confirm-order", Kind.JOB, 0.03),
                            new Step("pick-carrier", Kind.DECISION, 0.001),
                            new Step("ship-order", Kind.JOB, 0.2),
                            new Step("parcel-done", Kind.END, 0),
                            new Step("prepare-parcel", Kind.SCOPE_END, 0),
                            new Step("capture-payment", Kind.JOB, 0.05),
                            new Step("await-delivery", Kind.MESSAGE, 2_900),
                            new Step("wait-before-follow-up", Kind.TIMER, 4_320),
                            new Step("follow-up", Kind.JOB, 0.03),
                            new Step("order-done", Kind.END, 0))),
            new ShopProcess(
                    "past-returns",
                    "Returns (made up)",
                    3,
                    11,
                    List.of(
                            new Step("return-announced", Kind.START, 0),
                            new Step("decide-return", Kind.DECISION, 0.001),
                            new Step("send-label", Kind.JOB, 0.05),
                            new Step("await-parcel", Kind.MESSAGE, 4_000),
                            new Step("settle-return", Kind.SCOPE, 0),
                            new Step("settling-begins", Kind.START, 0),
                            new Step("inspect-goods", Kind.REVIEW, 300),
                            new Step("refund-payment", Kind.JOB, 0.1),
                            new Step("settling-done", Kind.END, 0),
                            new Step("settle-return", Kind.SCOPE_END, 0),
                            new Step("return-done", Kind.END, 0))),
            new ShopProcess(
                    "past-restocks",
                    "Restocks (made up)",
                    2,
                    5,
                    List.of(
                            new Step("stock-low", Kind.START, 0),
                            new Step("decide-quantity", Kind.DECISION, 0.001),
                            new Step("order-from-supplier", Kind.JOB, 0.5),
                            new Step("await-receipt", Kind.MESSAGE, 9_000),
                            new Step("restock-done", Kind.END, 0))),
            new ShopProcess(
                    "past-win-backs",
                    "Win-backs (made up)",
                    1,
                    2,
                    List.of(
                            new Step("customer-quiet", Kind.START, 0),
                            new Step("choose-offer", Kind.DECISION, 0.001),
                            new Step("send-offer", Kind.JOB, 0.05),
                            new Step("win-back-done", Kind.END, 0))));

    /** The model as BPMN with a diagram, its steps from left to right. */
    String bpmn() {
        return new ShopDrawing(this).bpmn();
    }

    /** The id of the flow that leads to a step. */
    static String flowTo(Step step) {
        return "to-" + step.id();
    }
}
