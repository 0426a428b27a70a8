package io.tillflow.connectors.commerce;

import org.jspecify.annotations.Nullable;

/**
 * What came of answering a shopper by rule.
 *
 * @param outcome GIVEN, ANSWERED, CLOSED or PERSON
 * @param messageId the answer that stands, and its number
 */
public record RuleAnswer(
        String outcome,
        @Nullable String messageId,
        @Nullable Long number) {}
