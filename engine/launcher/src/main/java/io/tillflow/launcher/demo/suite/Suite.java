package io.tillflow.launcher.demo.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Where a running suite is reached, and what lets one in. */
public record Suite(
        String shop, String connectors, String studio, String serviceToken, String studioToken, History history) {
    private static final int PAGE = 500;

    /** Reads a list to its end, page by page. */
    <T> List<T> all(Http http, String url, Function<JsonNode, T> row) {
        return until(http, url, row, never -> false);
    }

    /** Reads a list page by page up to the first row that is past what is wanted. */
    <T> List<T> until(Http http, String url, Function<JsonNode, T> row, Predicate<T> past) {
        List<T> rows = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            String page = url + (url.contains("?") ? "&" : "?") + "limit=" + PAGE + after;
            JsonNode list =
                    http.send(Call.get(page).bearer(serviceToken)).accepted().json();
            for (JsonNode item : list.path("items")) {
                T read = row.apply(item);
                if (past.test(read)) {
                    return rows;
                }
                rows.add(read);
            }
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
