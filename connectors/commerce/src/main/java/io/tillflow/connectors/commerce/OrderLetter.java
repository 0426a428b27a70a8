package io.tillflow.connectors.commerce;

/**
 * A letter about an order, as the shop may take it into the order's conversation.
 *
 * @param id what makes it this letter; sent twice it is taken once
 * @param cut whether its text goes on in the mailbox
 * @param attachments how many stay in the mailbox
 */
public record OrderLetter(String id, String from, String text, boolean cut, int attachments) {
    /** Letters belong into no log. */
    @Override
    public String toString() {
        return "OrderLetter[…]";
    }
}
