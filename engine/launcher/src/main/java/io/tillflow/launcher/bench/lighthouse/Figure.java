package io.tillflow.launcher.bench.lighthouse;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What is read from a report, and what a page has to reach. */
enum Figure {
    PERFORMANCE("performance", "points", 95, true) {
        @Override
        double read(JsonNode report) {
            return score(report, "performance");
        }
    },
    ACCESSIBILITY("accessibility", "points", 95, true) {
        @Override
        double read(JsonNode report) {
            return score(report, "accessibility");
        }
    },
    BEST_PRACTICES("best practices", "points", 95, true) {
        @Override
        double read(JsonNode report) {
            return score(report, "best-practices");
        }
    },
    SEO("seo", "points", 95, true) {
        @Override
        double read(JsonNode report) {
            return score(report, "seo");
        }
    },
    LARGEST_PAINT("largest paint", "ms", 1500, false) {
        @Override
        double read(JsonNode report) {
            return value(report, "largest-contentful-paint");
        }
    },
    LAYOUT_SHIFT("layout shift", "", 0.02, false) {
        @Override
        double read(JsonNode report) {
            return value(report, "cumulative-layout-shift");
        }
    },
    SCRIPTS("scripts", "KB", 60, false) {
        @Override
        double read(JsonNode report) {
            double bytes = 0;
            for (JsonNode request :
                    audit(report, "network-requests").path("details").path("items")) {
                bytes += request.path("resourceType").asString("").equals("Script")
                        ? request.path("transferSize").asDouble()
                        : 0;
            }
            return bytes / KILO;
        }
    };

    private static final double KILO = 1024;
    private static final double WHOLE = 100;

    private final String text;
    private final String unit;
    private final double goal;
    private final boolean atLeast;

    Figure(String text, String unit, double goal, boolean atLeast) {
        this.text = text;
        this.unit = unit;
        this.goal = goal;
        this.atLeast = atLeast;
    }

    /** A report without it is no measurement. */
    abstract double read(JsonNode report);

    String text() {
        return text;
    }

    String unit() {
        return unit;
    }

    double goal() {
        return goal;
    }

    boolean reached(double measured) {
        return atLeast ? measured >= goal : measured < goal;
    }

    String say(double measured) {
        return this == LAYOUT_SHIFT
                ? String.format(Locale.ROOT, "%.3f", measured)
                : String.format(Locale.ROOT, "%.0f", measured);
    }

    private static double score(JsonNode report, String category) {
        return Math.round(number(report.path("categories").path(category).path("score"), category) * WHOLE);
    }

    private static double value(JsonNode report, String name) {
        return number(audit(report, name).path("numericValue"), name);
    }

    private static JsonNode audit(JsonNode report, String name) {
        return report.path("audits").path(name);
    }

    private static double number(JsonNode found, String what) {
        if (!found.isNumber()) {
            throw new IllegalArgumentException("expected the report to say " + what + ", but it does not");
        }
        return found.asDouble();
    }
}
