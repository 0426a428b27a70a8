package io.tillflow.storefront.support;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.support.AskSupport.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a shopper writes about an order by e-mail, as if it had been written on the order's page. */
@Service
@Transactional
public class LettersAboutOrders {
    private static final String MORE = "\n\n[…]";

    private final Orders orders;
    private final AskSupport asking;

    LettersAboutOrders(Orders orders, AskSupport asking) {
        this.orders = orders;
        this.asking = asking;
    }

    /**
     * What somebody wrote.
     *
     * @param id what makes it this letter; the same one is taken once for an order
     * @param from the address it says it comes from
     * @param cut whether its text goes on elsewhere
     * @param attachments how many of them stay where the letter lies
     */
    public record Letter(String id, String from, String text, boolean cut, int attachments) {}

    /** Whether it stands in the order's conversation; no, without a word why, when the order is another's or none. */
    public boolean take(String number, Letter letter) {
        return orders.byNumber(number)
                .filter(order ->
                        order.details().email().equalsIgnoreCase(letter.from().strip()))
                .filter(order -> write(order, letter))
                .isPresent();
    }

    private boolean write(Order order, Letter letter) {
        String name = order.id() + "/letter/" + letter.id();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return text(order, letter)
                .filter(text -> asking.write(order.id(), id, text) instanceof Answer.Taken)
                .isPresent();
    }

    /** Nothing of a letter that says nothing. */
    private static Optional<String> text(Order order, Letter letter) {
        String words = letter.text().strip();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String note = letter.attachments() > 0
                ? "\n\n" + say(order.language(), "order.letterAttachments", letter.attachments())
                : "";
        int room = AskSupport.LONGEST - note.length() - MORE.length();
        boolean more = letter.cut() || words.length() > room;
        return Optional.of(cut(words, room) + (more ? MORE : "") + note);
    }

    /** Never half a character. */
    private static String cut(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        return words.substring(0, Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most);
    }
}
