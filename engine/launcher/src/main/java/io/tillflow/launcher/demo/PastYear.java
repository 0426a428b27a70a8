package io.tillflow.launcher.demo;

import io.tillflow.launcher.Trouble;
import io.tillflow.launcher.cli.Json;
import io.tillflow.launcher.cli.ShopImport;
import io.tillflow.launcher.demo.plan.MadeUpYear;
import io.tillflow.launcher.demo.suite.Http;
import io.tillflow.launcher.demo.suite.Storefront;
import io.tillflow.launcher.suite.Endpoints;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code demo --year}: past orders that nobody placed, imported as from another shop, so that models have something to learn from. */
record PastYear(Endpoints endpoints, int customers, long seed, Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Writes it; the same day and seed change nothing the second time. */
    JsonNode write() throws InterruptedException {
        String csv;
        try (Http http = new Http(PATIENCE)) {
            Storefront shop = new Storefront(SuiteAccess.of(endpoints), http);
            Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
            csv = new MadeUpYear(shop.catalogue(), seed).csv(customers, today);
        }
        JsonNode report = new ShopImport(endpoints).send("orders", false, BodyPublishers.ofString(csv));
        if (report.has("problem")) {
            throw new Trouble("The made-up year was not taken over: "
                    + report.path("problem").asString());
        }
        return report;
    }

    /** Writes it and prints what was written. */
    int only(boolean json, PrintStream out) throws InterruptedException {
        JsonNode report = write();
        if (json) {
            Map<String, Object> year = new LinkedHashMap<>();
            for (String count : new String[] {"rows", "created", "updated", "unchanged", "failed"}) {
                year.put(count, report.path(count).asInt());
            }
            Map<String, Object> document = new LinkedHashMap<>();
            MadeUpPast.COUNTS.forEach(it -> document.put(it, 0));
            document.put("seed", seed);
            document.put("year", year);
            Json.print(out, document);
        } else {
            out.printf(
                    "A made-up year: %d rows of past orders, %d orders new, %d as before, %d not taken over.%n",
                    report.path("rows").asInt(),
                    report.path("created").asInt(),
                    report.path("unchanged").asInt(),
                    report.path("failed").asInt());
        }
        return report.path("failed").asInt() == 0 ? 0 : 1;
    }
}
