package io.tillflow.sandbox.child;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Completes the engine's own user tasks. A broker takes that over REST, which this engine does not have; so the command goes where the
 * broker would write it, into the log.
 */
record UserTasks(LogStreamWriter log) {

    static UserTasks of(ZeebeTestEngine engine) {
        return new UserTasks(EngineMain.part(engine, "logStream", LogStream.class)
                .newLogStreamWriter()
                .join());
    }

    void complete(long key, String variables) {
        UserTaskRecord task = new UserTaskRecord()
                .setUserTaskKey(key)
                .setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(variables)));
        RecordMetadata command = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(ValueType.USER_TASK)
                .intent(UserTaskIntent.COMPLETE);
        if (log.tryWrite(LogAppendEntry.of(key, command, task)).isLeft()) {
            throw new IllegalStateException("expected the engine to take the completion of user task " + key);
        }
    }
}
