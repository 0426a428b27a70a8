package io.tillflow.exporter;

/** Records as the broker writes them, with only what a test is about. */
public final class Records {

    public static final long TIME = 1_767_225_600_000L;
    public static final String TIME_TEXT = "2026-01-01T00:00:00Z";

    private Records() {}

    /** An event whose position is its key's neighbour, at the same instant as all others. */
    public static String event(long position, String valueType, String intent, long key, String value) {
        return record(position, key, value).formatted(valueType, intent, "EVENT", "");
    }

    /** Where such a record stands. */
    static long positionOf(String record) {
        return Long.parseLong(record.replaceFirst(".*\"position\":(\\d+),.*", "$1"));
    }

    /** A refused command. */
    public static String rejection(long position, String valueType, String intent, String reason) {
        return record(position, -1, "{}").formatted(valueType, intent, "COMMAND_REJECTION", reason);
    }

    /** Still to be filled in: value type, intent, record type and the reason of a rejection. */
    private static String record(long position, long key, String value) {
        return "{\"partitionId\":1,\"value\":" + value.replace("%", "%%") + ",\"key\":" + key + ",\"timestamp\":" + TIME
                + ",\"position\":" + position
                + ",\"rejectionType\":\"NOT_FOUND\",\"valueType\":\"%s\",\"intent\":\"%s\","
                + "\"recordType\":\"%s\",\"rejectionReason\":\"%s\"}";
    }

    /** A process instance's element as it is activated, completed and so on. */
    public static String element(long position, String intent, long key, String type) {
        return event(position, "PROCESS_INSTANCE", intent, key, """
                {"bpmnProcessId":"order","version":3,"processDefinitionKey":20,"processInstanceKey":100,"elementId":"%s-id",\
                "flowScopeKey":%d,"bpmnElementType":"%s","parentProcessInstanceKey":-1,"parentElementInstanceKey":-1}""".formatted(
                        type.toLowerCase(java.util.Locale.ROOT), key == 100 ? -1 : 100, type));
    }

    /** A variable of process instance 100. */
    public static String variable(long position, String intent, long scope, String name, String jsonText) {
        return event(position, "VARIABLE", intent, 5_000 + position, """
                {"name":"%s","value":"%s","scopeKey":%d,"processInstanceKey":100}""".formatted(
                        name, jsonText.replace("\"", "\\\""), scope));
    }

    /** An incident of process instance 100. */
    public static String incident(long position, String intent, long key) {
        return event(position, "INCIDENT", intent, key, """
                {"errorType":"JOB_NO_RETRIES","errorMessage":"no route","bpmnProcessId":"order","processDefinitionKey":20,\
                "processInstanceKey":100,"elementId":"charge","elementInstanceKey":102,"jobKey":300}""");
    }

    /** A job of process instance 100, with more fields. */
    public static String job(long position, String intent, String moreFields) {
        return event(position, "JOB", intent, 300, """
                {"type":"payments.charge","retries":3,"deadline":-1,"worker":"","customHeaders":{"a":"b"},"variables":{},\
                "bpmnProcessId":"order","processDefinitionKey":20,"processInstanceKey":100,"elementId":"charge",\
                "elementInstanceKey":102,"errorCode":"","errorMessage":""%s}""".formatted(moreFields));
    }
}
