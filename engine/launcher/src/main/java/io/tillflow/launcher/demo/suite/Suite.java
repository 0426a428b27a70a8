package io.tillflow.launcher.demo.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Where a running suite is reached, and what lets one in. */
public record Suite(
        String shop, String connectors, String studio, String serviceToken, String studioToken, History history) {
    private static final int PAGE = 500;

    /** Reads a list to its end, page by page. */
    <T> List<T> all(Http http, String url, Function<JsonNode, T> row) {
        List<T> rows = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            String page = url + (url.contains("?") ? "&" : "?") + "limit=" + PAGE + after;
            JsonNode list =
                    http.send(Call.get(page).bearer(serviceToken)).accepted().json();
            list.path("items").forEach(item -> rows.add(row.apply(item)));
            JsonNode next = list.path("next");
            more = !next.isMissingNode() && !next.isNull();
            after = "&after=" + Call.encode(next.asString(""));
        }
        return rows;
    }

    @Override
    public String toString() {
        return "shop %s, connectors %s, studio %s".formatted(shop, connectors, studio);
    }
}
