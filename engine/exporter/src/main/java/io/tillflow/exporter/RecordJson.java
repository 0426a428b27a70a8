package io.tillflow.exporter;

import io.camunda.zeebe.protocol.record.Record;

/** The record as one line of JSON. */
final class RecordJson {

    private RecordJson() {}

    /**
     * What the broker makes of it. Its writer gives up on values nested a thousand deep: such a record keeps its place in the order
     * with the fact that it could not be written, for one record must not hold up all others.
     */
    static String of(Record<?> record) {
        try {
            return record.toJson();
        } catch (RuntimeException unwritable) {
            return """
                    {"partitionId":%d,"position":%d,"key":%d,"timestamp":%d,"recordType":"%s","valueType":"%s",\
                    "intent":"UNREADABLE","value":{}}""".formatted(
                            record.getPartitionId(),
                            record.getPosition(),
                            record.getKey(),
                            record.getTimestamp(),
                            record.getRecordType(),
                            record.getValueType());
        }
    }
}
