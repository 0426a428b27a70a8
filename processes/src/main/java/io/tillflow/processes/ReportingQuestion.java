package io.tillflow.processes;

/** What {@link AskReporting} and {@link WriteReporting} say about the question they both put. */
final class ReportingQuestion {
    static final String SQL_HELP =
            "One SELECT on the shop's reporting views, for instance reporting_purchase, reporting_sale, reporting_demand. Values come in by :name, never by joining texts.";
    static final String SQL_EXAMPLE =
            "select sku, sum(units) as units from reporting_sale where placed_at >= :since group by sku order by units desc";
    static final String VALUES_HELP =
            "FEEL context: a value for each :name. Texts become instants and days where the SELECT needs them.";
    static final String VALUES_EXAMPLE = "={since: \"2026-03-01T00:00:00Z\"}";

    private ReportingQuestion() {}
}
