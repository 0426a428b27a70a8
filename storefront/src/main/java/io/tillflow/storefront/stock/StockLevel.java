package io.tillflow.storefront.stock;

/** The four counts of one variant. */
public record StockLevel(String sku, int onHand, int held, int reserved, int allocated) {
    /** What may be promised to somebody new; below zero after a count found too few. */
    public int available() {
        return onHand - held - reserved - allocated;
    }

    /** What lies on the shelf and belongs to no order yet. */
    public int unallocated() {
        return onHand - allocated;
    }
}
