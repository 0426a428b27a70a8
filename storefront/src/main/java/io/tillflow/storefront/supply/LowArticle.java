package io.tillflow.storefront.supply;

import java.util.UUID;

/**
 * An article of which too few are free.
 *
 * @param request what the automation's answer is about: a new one each time it is told
 * @param awaited how many are on their way
 */
record LowArticle(
        UUID request, String sku, int available, int awaited, int lowAt, int upTo, int pack, String supplier) {}
