package io.tillflow.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Sends nonsense to every call that an OpenAPI document describes: bodies, ids and queries that nobody means. */
public final class EveryCall {
    private static final List<String> BODIES = List.of("{}", "[]", "{\"a\":", "null", "{\"text\": \"\\u0000\"}");
    private static final List<String> VALUES =
            List.of("", "abc", "-1", "99999999999999999999", "\0", "2026-13-45", "'");
    private static final List<String> IDS =
            List.of("0", "nothing", "00000000-0000-0000-0000-000000000000", "%27", "%00");
    private static final int FAULT = 500;

    private final Caller caller;
    private final List<String> faults = new ArrayList<>();

    /** Sends JSON and says the answer's status. */
    @FunctionalInterface
    public interface Caller {
        int status(String method, String path, String json);
    }

    private EveryCall(Caller caller) {
        this.caller = caller;
    }

    /**
     * What was answered with 500, as method, path and body.
     *
     * @param openApi the whole document
     * @param leftOut paths that are not called
     */
    public static List<String> faults(JsonNode openApi, Set<String> leftOut, Caller caller) {
        EveryCall every = new EveryCall(caller);
        openApi.path("paths").properties().stream()
                .filter(path -> !leftOut.contains(path.getKey()))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> every.ask(path.getKey(), call.getKey(), call.getValue())));
        return every.faults;
    }

    private void ask(String path, String method, JsonNode call) {
        for (String id : IDS) {
            String at = path.replaceAll("\\{[^}]+}", id);
            switch (method) {
                case "get" -> {
                    send("GET", at, "");
                    if (id.equals(IDS.getFirst())) {
                        call.path("parameters").forEach(it -> query(at, it));
                    }
                }
                case "delete" -> send("DELETE", at, "");
                default -> BODIES.forEach(body -> send(method.toUpperCase(Locale.ROOT), at, body));
            }
        }
    }

    private void query(String path, JsonNode parameter) {
        if (parameter.path("in").asString().equals("query")) {
            for (String value : VALUES) {
                String name = parameter.path("name").asString();
                send("GET", path + "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8), "");
            }
        }
    }

    private void send(String method, String path, String body) {
        if (caller.status(method, path, body) == FAULT) {
            faults.add(method + " " + path + " " + body);
        }
    }
}
