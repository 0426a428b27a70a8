package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.commerce.OrderLetter;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.messaging.imap.Automatic;
import io.tillflow.connectors.messaging.imap.ReceivedLetter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Hands letters about orders to the shop, which alone knows whose order it is and takes them or not. */
@Component
class LettersToSupport {
    /** More than the shop takes, since what is quoted is cut from it. */
    static final int MOST_READ = 20_000;

    private static final Pattern NUMBER = Pattern.compile("\\bUM-\\d{1,12}\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPLY =
            Pattern.compile("\\s*(?:re|aw|antw|fwd?|wg)\\s*:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Who names more writes about none of them. */
    private static final int MOST_NUMBERS = 3;

    private final Shop shop;
    private final String ownAddress;

    /** @param ownAddress whose letters the shop sends itself */
    LettersToSupport(Shop shop, @Value("${tillflow.smtp.from}") String ownAddress) {
        this.shop = shop;
        this.ownAddress = ownAddress;
    }

    /** The order in whose conversation it stands now; none when the letter stays what it is. */
    Optional<String> take(Letterbox box, ReceivedLetter letter) {
        if (letter.automatic() != Automatic.NO || isOurs(box, letter.from())) {
            return Optional.empty();
        }
        List<String> numbers = NUMBER.matcher(letter.subject() + "\n" + letter.text())
                .results()
                .map(MatchResult::group)
                .map(it -> it.toUpperCase(Locale.ROOT))
                .distinct()
                .limit(MOST_NUMBERS + 1L)
                .toList();
        if (numbers.size() > MOST_NUMBERS) {
            return Optional.empty();
        }
        OrderLetter words = words(letter);
        return numbers.stream().filter(it -> shop.takeLetter(it, words)).findFirst();
    }

    private boolean isOurs(Letterbox box, String from) {
        return from.isBlank() || from.equalsIgnoreCase(box.account().login()) || from.equalsIgnoreCase(ownAddress);
    }

    /** The subject is part of it unless it only says what is answered. */
    private static OrderLetter words(ReceivedLetter letter) {
        String own = OwnWords.of(letter.text());
        String subject = REPLY.matcher(letter.subject()).matches() ? "" : letter.subject();
        String text = (subject + "\n\n" + own).strip();
        return new OrderLetter(
                letter.id(), letter.from(), text, letter.cut(), letter.leftOut().size());
    }
}
