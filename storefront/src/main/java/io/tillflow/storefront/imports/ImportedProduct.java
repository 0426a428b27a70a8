package io.tillflow.storefront.imports;

import io.tillflow.storefront.catalogue.Attribute;
import io.tillflow.storefront.catalogue.ProductWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        List<Variant> variants,
        Words words) {

    /**
     * What a file says beyond the shop's own language.
     *
     * @param attributes null where it has no such column
     * @param german null where it has no German name
     */
    record Words(
            @Nullable List<Attribute> attributes, @Nullable ProductWords german) {}

    /**
     * One thing to buy.
     *
     * @param colour as people call it; empty where there is only one
     * @param colourId as the pictures call it; empty to make it of the colour
     * @param colourInGerman empty where the file does not say
     * @param sizeInGerman empty where the file does not say
     */
    record Variant(
            String sku,
            String colour,
            String colourId,
            String size,
            long price,
            int weightGrams,
            int stock,
            String picture,
            String colourInGerman,
            String sizeInGerman) {
        String colourCode() {
            if (colourId.matches("[a-z0-9-]{1,80}")) {
                return colourId;
            }
            return colour.isEmpty() ? "plain" : PlainText.slug(colour);
        }
    }
}
