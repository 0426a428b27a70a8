package io.tillflow.studio.lint;

import io.tillflow.processes.DecisionId;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.Message;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.OfferedMessage;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The messages, job types and decisions that Tillflow's own parts know, as the processes module names them. */
public final class ShippedContract {
    private static final List<String> MESSAGES = Stream.of(Message.class, OfferedMessage.class)
            .flatMap(type -> constants(type).stream())
            .toList();
    private static final List<String> JOB_TYPES = Stream.of(JobType.class, OfferedJobType.class)
            .flatMap(type -> constants(type).stream())
            .toList();
    private static final List<String> DECISIONS = constants(DecisionId.class);
    private static final List<String> ERRORS = Stream.of(ErrorCode.class, OfferedErrorCode.class)
            .flatMap(type -> constants(type).stream())
            .toList();

    private ShippedContract() {}

    public static List<String> messages() {
        return MESSAGES;
    }

    public static List<String> jobTypes() {
        return JOB_TYPES;
    }

    public static List<String> decisions() {
        return DECISIONS;
    }

    public static List<String> errors() {
        return ERRORS;
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ShippedContract::value)
                .toList();
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("expected a public constant, but " + field + " is not", e);
        }
    }
}
