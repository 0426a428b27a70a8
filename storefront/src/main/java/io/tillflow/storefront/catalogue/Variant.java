package io.tillflow.storefront.catalogue;

import java.util.List;

/** What can be bought: one colour and, where it has one, size of a product. */
public record Variant(
        String sku, String colour, String colourName, String size, long price, int weightGrams, List<String> pictures) {

    public String picture() {
        return pictures.getFirst();
    }

    Variant priced(long now) {
        return now == price ? this : new Variant(sku, colour, colourName, size, now, weightGrams, pictures);
    }

    /** "Lake blue, large"; never empty. */
    public String label() {
        return size.isEmpty() ? colourName : colourName + ", " + size;
    }
}
