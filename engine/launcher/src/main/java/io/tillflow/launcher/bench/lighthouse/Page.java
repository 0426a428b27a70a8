package io.tillflow.launcher.bench.lighthouse;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A page to measure.
 *
 * @param headers what its visitor brings along
 * @param left audits that it fails on purpose, with the reason
 */
record Page(String name, URI address, Map<String, String> headers, Map<String, String> left) {
    Page {
        headers = Map.copyOf(headers);
        left = Map.copyOf(left);
    }

    static Page plain(String name, URI address) {
        return new Page(name, address, Map.of(), Map.of());
    }

    Set<String> leftOut() {
        return left.keySet();
    }
}
