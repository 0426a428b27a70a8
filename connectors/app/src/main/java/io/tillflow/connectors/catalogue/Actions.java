package io.tillflow.connectors.catalogue;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Reads the actions from the workers themselves. */
public final class Actions {
    private static final String WORKERS = "io.tillflow.connectors";

    private Actions() {}

    /** Every action, by its job type. */
    public static List<ActionInfo> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return scanner.findCandidateComponents(WORKERS).stream()
                .map(candidate -> ClassUtils.resolveClassName(
                        String.valueOf(candidate.getBeanClassName()), Actions.class.getClassLoader()))
                .flatMap(Actions::of)
                .sorted(Comparator.comparing(ActionInfo::type))
                .toList();
    }

    /** Those of one class of workers. */
    static Stream<ActionInfo> of(Class<?> workers) {
        return Arrays.stream(workers.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JobWorker.class))
                .map(Actions::describe);
    }

    private static ActionInfo describe(Method method) {
        Action action = method.getAnnotation(Action.class);
        if (action == null) {
            throw new IllegalStateException("expected @Action on the worker " + method + ", but there is none");
        }
        return new ActionInfo(
                method.getAnnotation(JobWorker.class).type(),
                action.name(),
                action.help(),
                action.effect(),
                List.of(action.headers()),
                List.of(action.errors()),
                input(method),
                output(method));
    }

    private static Class<? extends Record> input(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(VariablesAsType.class))
                .map(Parameter::getType)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected " + method + " to take a record of variables"))
                .asSubclass(Record.class);
    }

    private static @Nullable Class<? extends Record> output(Method method) {
        Class<?> type = method.getReturnType();
        return type.isRecord() ? type.asSubclass(Record.class) : null;
    }
}
