package io.tillflow.connectors.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the HTTP connector may do.
 *
 * @param allowedHosts hosts it may call: {@code api.example.com}, {@code *.example.com} for all below, {@code *} for any public one
 * @param privateHosts hosts among them that may be at private addresses, such as an own ERP
 * @param largestBytes how much of an answer is read at most
 * @param timeout how long one call may take in all, redirects included
 */
@ConfigurationProperties("tillflow.http")
record HttpSettings(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> privateHosts,
        @DefaultValue("1000000") int largestBytes,
        @DefaultValue("10s") Duration timeout) {
    HttpSettings {
        if (largestBytes < 1 || largestBytes > 10_000_000) {
            throw new IllegalArgumentException("tillflow.http.largest-bytes must be between 1 and 10000000");
        }
        allowedHosts = allowedHosts.stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
        privateHosts = privateHosts.stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    boolean allows(String host) {
        return allowedHosts.stream().anyMatch(pattern -> fits(pattern, host)) || allowsPrivate(host);
    }

    boolean allowsPrivate(String host) {
        return privateHosts.stream().anyMatch(pattern -> !pattern.equals("*") && fits(pattern, host));
    }

    private static boolean fits(String pattern, String host) {
        return pattern.equals("*") || pattern.equalsIgnoreCase(host) || isBelow(host, pattern);
    }

    /** {@code api.example.com} is below {@code *.example.com}, {@code example.com} is not. */
    private static boolean isBelow(String host, String pattern) {
        String end = pattern.replaceFirst("\\*", "");
        return pattern.startsWith("*.")
                && host.length() > end.length()
                && host.regionMatches(true, host.length() - end.length(), end, 0, end.length());
    }
}
