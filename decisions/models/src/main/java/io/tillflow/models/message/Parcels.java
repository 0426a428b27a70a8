package io.tillflow.models.message;

import static io.tillflow.models.message.Form.ALONE;
import static io.tillflow.models.message.Form.ENDS;

import io.tillflow.models.message.Finding.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Numbers of parcels: those with a check digit (UPS, the postal unions' S10, the 20 digits of DHL and others) must have the right
 * one; others count only where a word says what they are.
 */
final class Parcels {
    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int FEWEST_DIGITS = 8;

    static final List<Form> FORMS = List.of(
            numbered("(?<it>ulm(?: ?\\d){12})", number -> true),
            numbered("(?<it>1z(?: ?[0-9a-z]){16})", Parcels::ups),
            numbered("(?<it>[a-z]{2}(?: ?\\d){9} ?[a-z]{2})", Parcels::s10),
            numbered("(?<it>00(?: ?\\d){18})", Parcels::sscc),
            numbered(
                    "(?:tracking|sendungs|paket|parcel|shipment|dhl|ups|fedex|hermes|dpd|gls)[\\p{L} -]{0,16}[\\s:.#]{0,4}(?<it>[a-z]{0,4}\\d[0-9a-z]{8,30})",
                    number -> number.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS));

    private Parcels() {}

    private static Form numbered(String pattern, Predicate<String> right) {
        return Form.of(
                Kind.TRACKING,
                ALONE + pattern + ENDS,
                match -> Optional.of(match.group("it").replace(" ", "").toUpperCase(Locale.ROOT))
                        .filter(right));
    }

    private static boolean ups(String number) {
        int sum = 0;
        for (int i = 2; i < number.length() - 1; i++) {
            char c = number.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : (c - '?') % 10;
            sum += i % 2 == 0 ? value : 2 * value;
        }
        return Math.floorMod(-sum, 10) == number.charAt(number.length() - 1) - '0';
    }

    private static boolean s10(String number) {
        int sum = 0;
        for (int i = 0; i < S10_WEIGHTS.length; i++) {
            sum += S10_WEIGHTS[i] * (number.charAt(i + 2) - '0');
        }
        int check = 11 - sum % 11;
        return (check == 10 ? 0 : check == 11 ? 5 : check) == number.charAt(10) - '0';
    }

    private static boolean sscc(String number) {
        int sum = 0;
        for (int i = 0; i < number.length() - 1; i++) {
            int digit = number.charAt(number.length() - 2 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return Math.floorMod(-sum, 10) == number.charAt(number.length() - 1) - '0';
    }
}
