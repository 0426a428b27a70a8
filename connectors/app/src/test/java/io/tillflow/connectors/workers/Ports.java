package io.tillflow.connectors.workers;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Ports that answer what a test says, by the method's name, and know nothing else. */
final class Ports {
    private Ports() {}

    static <T> T of(Class<T> port, Map<String, Object> answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new AssertionError("expected nobody to call " + method.getName());
                    }
                    return answers.get(method.getName());
                }));
    }

    /** One that answers as a test does, by the method's name and what was asked. */
    static <T> T of(Class<T> port, BiFunction<String, Object[], Object> answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    /** One that throws when asked this. */
    static <T> T of(Class<T> port, String asked, Supplier<RuntimeException> trouble) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (!asked.equals(method.getName())) {
                        throw new AssertionError("expected nobody to call " + method.getName());
                    }
                    throw trouble.get();
                }));
    }
}
