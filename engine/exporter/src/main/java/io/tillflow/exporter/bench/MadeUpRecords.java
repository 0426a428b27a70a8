package io.tillflow.exporter.bench;

import java.util.ArrayList;
import java.util.List;

/** Records as a broker writes them for an instance with one job, of the size they have with a few variables. */
final class MadeUpRecords {

    static final int PER_INSTANCE = 20;

    private static final long PARTITION_ONE = 1L << 51;
    private static final String ORDER =
            "{\"number\":\"R-1\",\"currency\":\"EUR\",\"total\":4990,\"items\":2,\"country\":\"DE\",\"express\":false,\"channel\":\"web\"}";

    private final List<String> lines = new ArrayList<>();
    private long position;
    private long instance;

    /** The records of so many instances, in order. */
    static List<String> of(int instances) {
        MadeUpRecords records = new MadeUpRecords();
        for (int i = 0; i < instances; i++) {
            records.add(PARTITION_ONE + i * 100L);
        }
        return records.lines;
    }

    private void add(long key) {
        instance = key;
        variable(key + 1, "businessKey", "\"R-" + key % 1_000_000 + "\"");
        variable(key + 2, "order", ORDER);
        element("ELEMENT_ACTIVATING", key, "PROCESS");
        element("ELEMENT_ACTIVATED", key, "PROCESS");
        element("ELEMENT_ACTIVATING", key + 10, "START_EVENT");
        element("ELEMENT_COMPLETED", key + 10, "START_EVENT");
        element("SEQUENCE_FLOW_TAKEN", key + 11, "SEQUENCE_FLOW");
        element("ELEMENT_ACTIVATING", key + 12, "SERVICE_TASK");
        job("CREATED", key + 13, "{}");
        element("ELEMENT_ACTIVATED", key + 12, "SERVICE_TASK");
        activation(key + 13);
        job("COMPLETED", key + 13, "{\"receipt\":\"pay_123456\"}");
        element("ELEMENT_COMPLETING", key + 12, "SERVICE_TASK");
        variable(key + 14, "receipt", "\"pay_123456\"");
        element("ELEMENT_COMPLETED", key + 12, "SERVICE_TASK");
        element("SEQUENCE_FLOW_TAKEN", key + 15, "SEQUENCE_FLOW");
        element("ELEMENT_ACTIVATING", key + 16, "END_EVENT");
        element("ELEMENT_COMPLETED", key + 16, "END_EVENT");
        element("ELEMENT_COMPLETING", key, "PROCESS");
        element("ELEMENT_COMPLETED", key, "PROCESS");
    }

    private void element(String intent, long key, String type) {
        record("PROCESS_INSTANCE", intent, key, """
                "bpmnProcessId":"order-fulfilment","version":3,"processDefinitionKey":2251799813685249,"elementId":"%s",\
                "flowScopeKey":%d,"bpmnElementType":"%s","bpmnEventType":"UNSPECIFIED","parentProcessInstanceKey":-1,\
                "parentElementInstanceKey":-1,"tenantId":"<default>\"""".formatted(type, key == instance ? -1 : instance, type));
    }

    private void job(String intent, long key, String variables) {
        record("JOB", intent, key, jobFields(variables));
    }

    private String jobFields(String variables) {
        return """
                "type":"payments.capture","retries":3,"retryBackoff":0,"recurringTime":-1,"deadline":1767225600000,"timeout":-1,\
                "worker":"connectors","errorMessage":"","errorCode":"","customHeaders":{"attempt":"1"},"variables":%s,\
                "bpmnProcessId":"order-fulfilment","processDefinitionVersion":3,"processDefinitionKey":2251799813685249,\
                "elementId":"capture-payment","elementInstanceKey":%d,"jobKind":"BPMN_ELEMENT","tenantId":"<default>\"""".formatted(variables, instance + 12);
    }

    private void activation(long job) {
        record("JOB_BATCH", "ACTIVATED", job + 50, """
                "type":"payments.capture","worker":"connectors","timeout":60000,"maxJobsToActivate":32,"truncated":false,\
                "jobKeys":[%d],"jobs":[{"processInstanceKey":%d,%s}]""".formatted(
                        job, instance, jobFields("{\"order\":" + ORDER + "}")));
    }

    private void variable(long key, String name, String value) {
        record("VARIABLE", "CREATED", key, """
                "name":"%s","value":"%s","scopeKey":%d,"bpmnProcessId":"order-fulfilment",\
                "processDefinitionKey":2251799813685249,"tenantId":"<default>\"""".formatted(name, value.replace("\"", "\\\""), instance));
    }

    private void record(String valueType, String intent, long key, String fields) {
        position++;
        lines.add("""
                {"partitionId":1,"value":{"processInstanceKey":%d,%s},"rejectionType":"NULL_VAL","rejectionReason":"",\
                "sourceRecordPosition":%d,"key":%d,"timestamp":%d,"position":%d,"valueType":"%s","intent":"%s",\
                "recordType":"EVENT","brokerVersion":"8.5.8","authorizations":{},"recordVersion":1}""".formatted(
                instance, fields, position - 1, key, 1_767_225_600_000L + position, position, valueType, intent));
    }
}
