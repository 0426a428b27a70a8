package io.tillflow.connectors.payments;

/** Why a bank said no. */
public enum DeclineReason {
    DECLINED("the bank declined the card"),
    INSUFFICIENT_FUNDS("the account does not hold enough money"),
    CARD_EXPIRED("the card has expired"),
    CAPTURE_REFUSED("the bank refused to pay out what it had authorised");

    private final String text;

    DeclineReason(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
