package io.tillflow.launcher.cli;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.demo.suite.Call;
import io.tillflow.launcher.demo.suite.Http;
import io.tillflow.launcher.demo.suite.Unreachable;
import io.tillflow.launcher.suite.Endpoints;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code tillflow connectors}: what is installed, who stands behind it, how it does. */
@Command(
        name = "connectors",
        description = {
            "Lists families of connectors, their providers, job types and how they do.",
            "Exit code 0: no provider is down. 1: one is, or outward effects are stopped."
        },
        mixinStandardHelpOptions = true)
final class ConnectorsCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Mixin
    private CopyOptions options = new CopyOptions();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() {
        Endpoints endpoints = Copy.of(options).reach();
        JsonNode installed = ask(endpoints);
        if (json) {
            Json.print(System.out, Objects.requireNonNull(SnakeCase.of(installed)));
        } else {
            print(System.out, installed);
        }
        return holds(installed) ? 0 : 1;
    }

    private static JsonNode ask(Endpoints endpoints) {
        try (Http http = new Http(PATIENCE)) {
            return http.send(Call.get(endpoints.connectors() + "/api/v1/connectors")
                            .bearer(endpoints.serviceToken()))
                    .accepted()
                    .json();
        } catch (Unreachable away) {
            throw Trouble.notReachable("The connectors do not answer (" + away.getMessage()
                    + "): see ./tillflow status and ./tillflow logs connectors.");
        }
    }

    static boolean holds(JsonNode installed) {
        for (JsonNode family : installed.path("families")) {
            if (family.path("health").asString("").equals("down")) {
                return false;
            }
        }
        return !installed.path("outwardStop").isObject();
    }

    private static void print(PrintStream out, JsonNode installed) {
        for (JsonNode family : installed.path("families")) {
            out.printf(
                    "%-12s %-10s %-9s breaker %s%n",
                    text(family, "name"), text(family, "provider"), text(family, "health"), text(family, "breaker"));
            if (family.path("lastError").isString()) {
                out.printf("    last trouble: %s (%s)%n", text(family, "lastError"), text(family, "lastErrorAt"));
            }
            for (JsonNode type : family.path("jobTypes")) {
                out.printf(
                        "    %-28s %-14s activated %d, completed %d, failed %d, thrown %d, in flight %d%s%n",
                        text(type, "type"),
                        text(type, "effectClass"),
                        type.path("activated").asLong(),
                        type.path("completed").asLong(),
                        type.path("failed").asLong(),
                        type.path("thrown").asLong(),
                        type.path("inFlight").asLong(),
                        type.path("p95Ms").isNumber()
                                ? ", p95 " + type.path("p95Ms").asLong() + " ms"
                                : "");
            }
        }
        JsonNode stop = installed.path("outwardStop");
        if (stop.isObject()) {
            out.printf("%nOutward effects are stopped by %s: %s%n", text(stop, "stoppedBy"), text(stop, "reason"));
        }
        out.flush();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
