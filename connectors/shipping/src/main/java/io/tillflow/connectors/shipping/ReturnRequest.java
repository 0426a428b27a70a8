package io.tillflow.connectors.shipping;

/**
 * A parcel to come back.
 *
 * @param reference the return's id, which parcel events will carry
 */
public record ReturnRequest(String reference, Recipient sender, int weightGrams) {
    public ReturnRequest {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a return label needs a reference");
        }
    }
}
