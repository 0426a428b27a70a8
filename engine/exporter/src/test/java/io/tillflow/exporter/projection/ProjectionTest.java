package io.tillflow.exporter.projection;

import static io.tillflow.exporter.Records.TIME_TEXT;
import static io.tillflow.exporter.Records.element;
import static io.tillflow.exporter.Records.event;
import static io.tillflow.exporter.Records.incident;
import static io.tillflow.exporter.Records.job;
import static io.tillflow.exporter.Records.rejection;
import static io.tillflow.exporter.Records.variable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    @Test
    void activatedProcessIsAnInstanceAndAnElement() {
        Changes changes = project(element(1, "ELEMENT_ACTIVATING", 100, "PROCESS"));
        assertThat(row(changes, HistoryTable.PROCESS_INSTANCE, "100"))
                .isEqualTo(
                        "new key=100 process_definition_key=20 bpmn_process_id=order version=3 state=ACTIVE started_at="
                                + TIME_TEXT + " open_incidents=0");
        assertThat(row(changes, HistoryTable.ELEMENT_INSTANCE, "100"))
                .startsWith("new key=100 process_instance_key=100")
                .contains("element_type=PROCESS state=ACTIVE")
                .doesNotContain("scope_key");
        assertThat(changes.instances()).containsExactly("100");
    }

    @Test
    void elementThatBeginsAndEndsInABatchIsOneNewRow() {
        Changes changes = project(
                element(1, "ELEMENT_ACTIVATING", 102, "SERVICE_TASK"),
                element(2, "ELEMENT_ACTIVATED", 102, "SERVICE_TASK"),
                element(3, "ELEMENT_COMPLETING", 102, "SERVICE_TASK"),
                element(4, "ELEMENT_COMPLETED", 102, "SERVICE_TASK"));
        assertThat(changes.rows(HistoryTable.ELEMENT_INSTANCE)).hasSize(1);
        assertThat(row(changes, HistoryTable.ELEMENT_INSTANCE, "102"))
                .startsWith("new ")
                .contains("scope_key=100 state=COMPLETED")
                .endsWith("ended_at=" + TIME_TEXT);
        assertThat(changes.rows(HistoryTable.PROCESS_INSTANCE)).isEmpty();
    }

    @Test
    void terminatedProcessIsACancelledInstance() {
        Changes changes = project(element(9, "ELEMENT_TERMINATED", 100, "PROCESS"));
        assertThat(row(changes, HistoryTable.PROCESS_INSTANCE, "100"))
                .isEqualTo("key=100 state=CANCELLED ended_at=" + TIME_TEXT + " ended_position=9");
        assertThat(row(changes, HistoryTable.ELEMENT_INSTANCE, "100"))
                .isEqualTo("key=100 state=TERMINATED ended_at=" + TIME_TEXT);
    }

    @Test
    void migratedProcessKeepsItsStateAndChangesItsVersion() {
        Changes changes = project(element(9, "ELEMENT_MIGRATED", 100, "PROCESS"));
        assertThat(row(changes, HistoryTable.PROCESS_INSTANCE, "100"))
                .isEqualTo("key=100 process_definition_key=20 bpmn_process_id=order version=3");
    }

    @Test
    void takenFlowIsKeptByItsPosition() {
        Changes changes = project(element(7, "SEQUENCE_FLOW_TAKEN", 400, "SEQUENCE_FLOW"));
        assertThat(row(changes, HistoryTable.SEQUENCE_FLOW, "100\n7"))
                .isEqualTo("new process_instance_key=100 position=7 element_id=sequence_flow-id taken_at=" + TIME_TEXT);
    }

    @Test
    void variableKeepsItsLastValueAndEveryChange() {
        Changes changes = project(
                variable(1, "CREATED", 100, "amount", "1"),
                variable(2, "UPDATED", 100, "amount", "2"),
                variable(3, "MIGRATED", 100, "amount", ""));
        assertThat(row(changes, HistoryTable.VARIABLE, "100\namount")).contains("value=2");
        assertThat(changes.rows(HistoryTable.VARIABLE_CHANGE))
                .extracting(r -> r.value("value"))
                .containsExactly("1", "2");
    }

    @Test
    void businessKeyIsTheRootVariableEvenBeforeItsInstance() {
        Changes changes = project(
                variable(1, "CREATED", 100, "businessKey", "\"R-1\""),
                variable(2, "CREATED", 102, "businessKey", "\"inner\""),
                element(3, "ELEMENT_ACTIVATING", 100, "PROCESS"));
        assertThat(row(changes, HistoryTable.PROCESS_INSTANCE, "100"))
                .startsWith("new ")
                .contains("business_key=R-1 ");
        assertThat(Variables.businessKey("42")).isEqualTo("42");
        assertThat(Variables.businessKey("{\"a\":1}")).isNull();
        assertThat(Variables.businessKey("1.5")).isNull();
    }

    @Test
    void incidentsAreCounted() {
        Changes changes =
                project(incident(1, "CREATED", 500), incident(2, "CREATED", 501), incident(3, "RESOLVED", 500));
        assertThat(row(changes, HistoryTable.PROCESS_INSTANCE, "100")).isEqualTo("key=100 open_incidents=1");
        assertThat(row(changes, HistoryTable.INCIDENT, "500"))
                .contains("state=RESOLVED")
                .endsWith("resolved_position=3")
                .contains("job_key=300");
        assertThat(row(changes, HistoryTable.INCIDENT, "501"))
                .contains("state=OPEN")
                .doesNotContain("resolved_at");
    }

    @Test
    void jobGoesThroughItsStates() {
        assertThat(jobAfter())
                .startsWith("new ")
                .contains("state=CREATED retries=3")
                .contains("custom_headers={\"a\":\"b\"}");
        assertThat(jobAfter(job(2, "FAILED", ",\"retries\":1,\"errorMessage\":\"no route\"")))
                .contains("state=FAILED retries=1")
                .contains("error_message=no route")
                .doesNotContain("ended_at");
        assertThat(jobAfter(job(2, "TIMED_OUT", ""))).contains("state=TIMED_OUT");
        assertThat(jobAfter(job(2, "YIELDED", ""))).contains("state=CREATED");
        assertThat(jobAfter(job(2, "RETRIES_UPDATED", ",\"retries\":9"))).contains("state=CREATED retries=9");
        assertThat(jobAfter(job(2, "TIMEOUT_UPDATED", ",\"deadline\":1767225600000")))
                .endsWith("deadline=" + TIME_TEXT);
        assertThat(jobAfter(job(2, "CANCELED", ""))).contains("state=CANCELLED").contains("ended_at=");
        assertThat(jobAfter(job(2, "ERROR_THROWN", ",\"errorCode\":\"DECLINED\"")))
                .contains("state=ERROR_THROWN")
                .contains("error_code=DECLINED");
        assertThat(jobAfter(job(2, "COMPLETED", ",\"variables\":{\"receipt\":\"r\"}")))
                .contains("state=COMPLETED")
                .contains("variables={\"receipt\":\"r\"}");
        assertThat(jobAfter(event(2, "JOB_BATCH", "ACTIVATED", 9, """
                {"jobKeys":[300],"jobs":[{"worker":"w1","retries":3,"deadline":1767225600000,"processInstanceKey":100}]}""")))
                .contains("state=ACTIVATED retries=3 worker=w1")
                .endsWith("deadline=" + TIME_TEXT);
    }

    private static String jobAfter(String... records) {
        String[] all = new String[records.length + 1];
        all[0] = job(1, "CREATED", "");
        System.arraycopy(records, 0, all, 1, records.length);
        return row(project(all), HistoryTable.JOB, "300");
    }

    @Test
    void correlationCarriesTheMessagesId() {
        Changes changes = project(
                event(1, "MESSAGE", "PUBLISHED", 700, """
                        {"name":"paid","correlationKey":"o-1","messageId":"e-1","deadline":9223372036854775807,"variables":{}}"""),
                event(2, "MESSAGE_START_EVENT_SUBSCRIPTION", "CORRELATED", 701, """
                        {"messageKey":700,"messageName":"paid","correlationKey":"o-1","processInstanceKey":100,\
                        "bpmnProcessId":"order","startEventId":"placed"}"""),
                event(3, "MESSAGE", "EXPIRED", 700, "{}"));
        assertThat(row(changes, HistoryTable.MESSAGE_CORRELATION, "100\n2"))
                .contains("message_id=e-1")
                .contains("element_id=placed kind=START");
        assertThat(row(changes, HistoryTable.MESSAGE, "700"))
                .contains("state=EXPIRED")
                .contains("deadline=9999-12-31T23:59:59.999Z");
    }

    @Test
    void subscriptionStaysOpenWhileItsEventDoesNotInterrupt() {
        assertThat(subscription("CREATING", true)).contains("state=OPEN");
        assertThat(subscription("CORRELATED", false)).doesNotContain("state=CORRELATED");
        assertThat(subscription("CORRELATED", true)).contains("state=CORRELATED");
        assertThat(subscription("DELETED", true)).contains("state=CLOSED");
    }

    private static String subscription(String intent, boolean interrupting) {
        String value = """
                {"messageKey":-1,"messageName":"paid","correlationKey":"o-1","processInstanceKey":100,"elementInstanceKey":103,\
                "bpmnProcessId":"order","elementId":"paid","interrupting":%s}""".formatted(interrupting);
        Changes changes = project(
                event(1, "PROCESS_MESSAGE_SUBSCRIPTION", "CREATING", 800, value),
                event(2, "PROCESS_MESSAGE_SUBSCRIPTION", intent, 800, value));
        return row(changes, HistoryTable.MESSAGE_SUBSCRIPTION, "800");
    }

    @Test
    void definitionsAreDecoded() {
        String latin = java.util.Base64.getEncoder()
                .encodeToString("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\u00e9</a>"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Changes changes = project(
                event(1, "PROCESS", "CREATED", 20, """
                        {"bpmnProcessId":"order","version":1,"processDefinitionKey":20,"resourceName":"order.bpmn",\
                        "checksum":"AQI=","resource":"%s"}""".formatted(latin)),
                event(2, "PROCESS", "DELETED", 20, "{\"processDefinitionKey\":20}"));
        assertThat(row(changes, HistoryTable.PROCESS_DEFINITION, "20"))
                .contains("<a>\u00e9</a>")
                .contains("checksum=0102 state=DELETED");
    }

    @Test
    void refusedCommandsAreKept() {
        Changes changes = project(rejection(5, "JOB", "COMPLETE", "no such job"));
        assertThat(row(changes, HistoryTable.REJECTION, "1\n5"))
                .contains("value_type=JOB intent=COMPLETE rejection_type=NOT_FOUND reason=no such job")
                .doesNotContain(" key=");
    }

    @Test
    void whatItDoesNotKnowChangesNothing() {
        Changes changes = project(
                event(1, "ESCALATION", "ESCALATED", 1, "{}"),
                event(2, "JOB", "SOMETHING_NEW", 300, "{}"),
                event(3, "TIMER", "UNREADABLE", 3, "{}"));
        assertThat(changes.tables()).containsOnly(HistoryTable.JOB);
        assertThat(changes.rows(HistoryTable.JOB)).allMatch(row -> row.writtenColumns() == 0 && !row.created());
        assertThat(Projection.concerns("COMMAND", "JOB")).isFalse();
        assertThat(Projection.concerns("EVENT", "DEPLOYMENT")).isFalse();
        assertThat(Projection.concerns("COMMAND_REJECTION", "DEPLOYMENT")).isTrue();
    }

    private static Changes project(String... records) {
        Changes changes = new Changes();
        Arrays.stream(records).map(RecordLine::parse).forEach(record -> Projection.apply(record, changes));
        return changes;
    }

    /** A row's columns that have a value, in the table's order. */
    private static String row(Changes changes, HistoryTable table, String key) {
        Row row = changes.find(table, key).orElseThrow();
        return (row.created() ? "new " : "")
                + table.columns().stream()
                        .filter(column -> row.value(column.name()) != null)
                        .map(column -> column.name() + "=" + row.value(column.name()))
                        .collect(Collectors.joining(" "));
    }
}
