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

    /**
     * One thing to buy.
     *
     * @param colour as people call it; empty where there is only one
     * @param colourId as the pictures call it; empty to make it of the colour
     */
    record Variant(
            String sku,
            String colour,
            String colourId,
            String size,
            long price,
            int weightGrams,
            int stock,
            String picture) {
        String colourCode() {
            if (colourId.matches("[a-z0-9-]{1,80}")) {
                return colourId;
            }
            return colour.isEmpty() ? "plain" : PlainText.slug(colour);
        }
    }
}
