package io.tillflow.connectors.suppliers;

/** What came of asking for a price. */
public sealed interface QuoteResult {
    /** They sell it. */
    record Quoted(Quote quote) implements QuoteResult {}

    /** They do not have it, or nobody knows them. */
    record NotOffered(String reason) implements QuoteResult {}
}
