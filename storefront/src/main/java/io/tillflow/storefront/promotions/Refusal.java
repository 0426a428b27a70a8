package io.tillflow.storefront.promotions;

/** Why a code changes nothing, in the shopper's words. */
public record Refusal(String code, String reason, String text) {}
