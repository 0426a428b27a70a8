package io.tillflow.exporter;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;

/** Processes that between them make the broker write every kind of record. */
final class TestModels {

    private TestModels() {}

    /** Message start, decision, job with an error boundary, message catch, timer, review task. */
    static BpmnModelInstance order() {
        return Bpmn.createExecutableProcess("order")
                .startEvent("placed")
                .message(message -> message.name("order-placed"))
                .businessRuleTask(
                        "assess", task -> task.zeebeCalledDecisionId("risk").zeebeResultVariable("risk"))
                .serviceTask("charge", task -> task.zeebeJobType("charge").zeebeTaskHeader("currency", "EUR"))
                .boundaryEvent("declined", boundary -> boundary.error("DECLINED"))
                .endEvent("not-paid")
                .moveToActivity("charge")
                .intermediateCatchEvent(
                        "paid",
                        catching -> catching.message(
                                message -> message.name("paid").zeebeCorrelationKeyExpression("orderId")))
                .intermediateCatchEvent("pause", timer -> timer.timerWithDuration("PT0.1S"))
                .userTask("review", task -> task.zeebeFormId("review"))
                .endEvent("done")
                .done();
    }

    /** One job and nothing else: what load is made of. */
    static BpmnModelInstance quick() {
        return Bpmn.createExecutableProcess("quick")
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType("work"))
                .endEvent()
                .done();
    }

    /** Calls {@link #quick()} when a message asks for it. */
    static BpmnModelInstance caller() {
        return Bpmn.createExecutableProcess("caller")
                .startEvent("asked")
                .message(message -> message.name("call-please"))
                .callActivity("call", call -> call.zeebeProcessId("quick"))
                .endEvent()
                .done();
    }

    /** Version two has another step id. */
    static BpmnModelInstance waiting(String element) {
        return Bpmn.createExecutableProcess("waiting")
                .startEvent()
                .serviceTask(element, task -> task.zeebeJobType("never").zeebeJobRetries("1"))
                .endEvent()
                .done();
    }

    static BpmnModelInstance onSignal() {
        return Bpmn.createExecutableProcess("on-signal")
                .startEvent()
                .signal("alarm")
                .endEvent()
                .done();
    }

    static BpmnModelInstance zeebeTask() {
        return Bpmn.createExecutableProcess("zeebe-task")
                .startEvent()
                .userTask(
                        "approve",
                        task -> task.zeebeUserTask().zeebeAssignee("ada").zeebeCandidateGroups("clerks"))
                .endEvent()
                .done();
    }
}
