package io.tillflow.storefront.support;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing said.
 *
 * @param seq grows with time over all conversations
 * @param name who of the shop wrote it; only colleagues read it
 */
public record SupportMessage(
        long seq, UUID id, UUID requestId, Author author, String name, String body, Instant writtenAt) {
    /** Who speaks. */
    public enum Author {
        SHOPPER,
        /** An answer that a table gave. */
        RULE,
        PERSON
    }
}
