package io.tillflow.connectors.commerce;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A few words for one shopper.
 *
 * @param accountId whom to tell where it is about no order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShopperNotice(
        @Nullable String orderId, @Nullable String accountId, String text) {}
