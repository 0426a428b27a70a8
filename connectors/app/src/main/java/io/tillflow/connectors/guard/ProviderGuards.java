package io.tillflow.connectors.guard;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All guards: one per family and provider, made when it is first asked for. */
public final class ProviderGuards {
    private final GuardSettings settings;
    private final Clock clock;
    private final Map<String, ProviderGuard> guards = new ConcurrentSkipListMap<>();

    public ProviderGuards(GuardSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public ProviderGuard of(String family, String provider) {
        return guards.computeIfAbsent(
                family + "/" + provider,
                name -> new ProviderGuard(family, provider, GuardParts.of(family, provider, settings), clock));
    }

    /** Every guard that was asked for so far. */
    List<ProviderGuard> all() {
        return List.copyOf(guards.values());
    }

    /** The guards of a family that were asked for so far. */
    public List<ProviderGuard> of(Family family) {
        return guards.values().stream()
                .filter(guard -> guard.family().equals(family.name()))
                .toList();
    }

    /** The port of a family's chosen provider, behind its guard. */
    public <T> T around(Class<T> port, T provider, Family family) {
        return around(port, provider, of(family.name(), family.provider()));
    }

    /** The same port, every call of which asks the guard first. */
    public <T> T around(Class<T> port, T provider, ProviderGuard guard) {
        Object guarded = Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (self, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? invoke(provider, method, arguments)
                        : guard.call(() -> invoke(provider, method, arguments)));
        return port.cast(guarded);
    }

    private static @Nullable Object invoke(Object provider, Method method, @Nullable Object @Nullable [] arguments) {
        try {
            return method.invoke(provider, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new UndeclaredThrowableException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("expected to call " + method + ", but may not", e);
        }
    }
}
