package io.tillflow.launcher.demo.proof;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What shoppers know that no part of the suite needs to know.
 *
 * @param accepted numbers of the orders that the shop said it accepted
 * @param orderedOnce e-mail addresses of shoppers who ordered no more than once
 */
public record Told(Set<String> accepted, Set<String> orderedOnce) {
    /** Nobody was asked. */
    public static final Told NOTHING = new Told(List.of(), List.of());

    public Told(Collection<String> accepted, Collection<String> orderedOnce) {
        this(Set.copyOf(accepted), Set.copyOf(orderedOnce));
    }
}
