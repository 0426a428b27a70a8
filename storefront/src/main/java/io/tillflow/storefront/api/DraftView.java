package io.tillflow.storefront.api;

import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.drafts.Draft;
import io.tillflow.storefront.drafts.DraftSums;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Totals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft with what it costs now.
 *
 * @param countries where the shop sends to
 * @param currencies it can be priced in
 * @param problems what keeps it from being placed; none once it is an order
 * @param orderId its order, once it is one
 */
record DraftView(
        UUID id,
        String author,
        int revision,
        String language,
        String currency,
        List<DraftSums.Line> lines,
        DetailsForm details,
        long discount,
        String note,
        Totals totals,
        List<FieldError> problems,
        List<String> countries,
        List<String> currencies,
        @Nullable UUID orderId,
        @Nullable String number,
        Instant createdAt,
        Instant updatedAt) {
    static DraftView of(Draft draft, DraftSums.Sums sums, List<Country> countries, List<String> currencies) {
        Draft.Content content = draft.content();
        return new DraftView(
                draft.id(),
                draft.author(),
                draft.revision(),
                content.language().code(),
                content.currency(),
                sums.lines(),
                content.details(),
                content.discount(),
                content.note(),
                sums.totals(),
                sums.problems().stream().map(FieldError::of).toList(),
                countries.stream().map(Country::name).toList(),
                currencies,
                draft.orderId(),
                draft.number(),
                draft.createdAt(),
                draft.updatedAt());
    }
}
