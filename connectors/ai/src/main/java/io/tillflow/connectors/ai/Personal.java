package io.tillflow.connectors.ai;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of a text what names a person by its form: e-mail addresses, phone numbers, card numbers and bank accounts. Names
 * and postal addresses have no form and stay: do not send what must not leave.
 */
public final class Personal {
    /** What is taken out, in this order. */
    public enum Kind {
        EMAIL("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9-]{1,63}(?:\\.[\\p{L}0-9-]{1,63})+"),
        IBAN("(?i)\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b"),
        CARD("(?<![\\d-])(?:\\d[ -]?){12,18}\\d(?![\\d-])"),
        PHONE(
                "(?<![\\w/#.-])(?:\\+|00)[1-9](?:[ ()/.-]{0,2}\\d){6,13}(?!\\d)|(?<![\\w/#.-])0\\d{1,4}[ /-]\\d(?:[ /-]?\\d){4,9}(?!\\d)"
                        + "|(?<![\\w/#.-])01[567]\\d{8,9}(?!\\d)|\\(0\\d{1,5}\\)[ /-]?\\d(?:[ /-]?\\d){3,9}(?!\\d)");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }

        boolean really(String found) {
            return switch (this) {
                case EMAIL, PHONE -> true;
                case IBAN -> isIban(found.replace(" ", ""));
                case CARD -> isCard(found.replaceAll("[ -]", ""));
            };
        }

        private static boolean isCard(String digits) {
            if (digits.length() < 13) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int twice = digit * 2;
                sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
            }
            return sum % 10 == 0;
        }

        private static boolean isIban(String text) {
            if (text.length() < 15 || text.length() > 34) {
                return false;
            }
            StringBuilder digits = new StringBuilder();
            (text.substring(4) + text.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
            return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
        }
    }

    private final Map<String, String> originals = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<Kind, Integer> counts = new TreeMap<>();

    /** The text with a place holder like [EMAIL_1] for each finding; the same finding has the same one everywhere. */
    public String takeOut(String text) {
        String rest = text;
        for (Kind kind : Kind.values()) {
            rest = kind.form
                    .matcher(rest)
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(place(kind, found)));
        }
        return rest;
    }

    private String place(Kind kind, MatchResult found) {
        String text = found.group();
        int end = text.length();
        // a card's expiry or "BIC" behind an account looks like the end of the number
        while (end > 0 && !kind.really(text.substring(0, end))) {
            end = Math.max(text.lastIndexOf(' ', end - 1), text.lastIndexOf('-', end - 1));
        }
        return end <= 0 ? text : placeOf(kind, text.substring(0, end)) + text.substring(end);
    }

    private String placeOf(Kind kind, String finding) {
        return places.computeIfAbsent(finding, original -> {
            int number = counts.merge(kind, 1, Integer::sum);
            String place = "[" + kind + "_" + number + "]";
            originals.put(place, original);
            return place;
        });
    }

    /** Puts back what was taken out. */
    public String putBack(String text) {
        String whole = text;
        for (Map.Entry<String, String> place : originals.entrySet()) {
            whole = whole.replace(place.getKey(), place.getValue());
        }
        return whole;
    }

    /** How many different findings there were of each kind. */
    public Map<String, Integer> counts() {
        Map<String, Integer> words = new TreeMap<>();
        counts.forEach((kind, count) -> words.put(kind.name().toLowerCase(Locale.ROOT), count));
        return words;
    }
}
