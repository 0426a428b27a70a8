package io.tillflow.storefront.imports;

import java.util.List;

/** A product as a file describes it. */
record ImportedProduct(
        String slug,
        String name,
        String line,
        String about,
        String care,
        String category,
        String kind,
        String place,
        List<Variant> variants) {

    /** @param colour as people call it; empty where there is only one */
    record Variant(String sku, String colour, String size, long price, int weightGrams, int stock, String picture) {}
}
