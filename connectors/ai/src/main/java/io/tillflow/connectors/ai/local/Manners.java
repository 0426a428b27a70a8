package io.tillflow.connectors.ai.local;

import io.tillflow.connectors.ai.Personal;
import io.tillflow.connectors.ai.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs by which a text had better not be shown, as far as words and forms tell; irony and veiled insults it does not see. */
final class Manners {
    private static final Set<String> RUDE = words();
    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://|\\bwww\\.\\w");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");
    private static final int SHOUTING_FROM = 20;

    private Manners() {}

    static Reply.Verdict judge(String text) {
        List<String> reasons = new ArrayList<>();
        if (WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).anyMatch(RUDE::contains)) {
            reasons.add("insult");
        }
        Personal personal = new Personal();
        personal.takeOut(text);
        if (!personal.counts().isEmpty()) {
            reasons.add("personal data");
        }
        if (LINK.matcher(text).find()) {
            reasons.add("link");
        }
        if (shouts(text)) {
            reasons.add("shouting");
        }
        return new Reply.Verdict(!reasons.isEmpty(), reasons);
    }

    private static boolean shouts(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return letters >= SHOUTING_FROM && capitals * 10 >= letters * 8;
    }

    private static Set<String> words() {
        try (InputStream file = Manners.class.getResourceAsStream("/ai/rude-words")) {
            if (file == null) {
                throw new IllegalStateException("expected the file ai/rude-words on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
