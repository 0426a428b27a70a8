package io.tillflow.models.message;

import static io.tillflow.models.message.Form.ALONE;
import static io.tillflow.models.message.Form.ENDS;

import io.tillflow.models.message.Finding.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a message names and can be told by its form; names of people and streets have none. What stands in a message once is
 * found once: forms are tried in an order, and what one has taken is nobody else's.
 */
public final class Findings {
    /** How far a message is read. */
    public static final int LONGEST = 20_000;

    private static final int MOST = 50;
    private static final int MOST_ARTICLES = 100;
    private static final int SHORTEST_ARTICLE = 3;

    /** An order's number starts with them. */
    private static final String PREFIX = "UM";

    private static final int GERMAN_FIRST = 1_001;
    private static final int GERMAN_LAST = 99_998;

    private static final Form EMAIL = Form.of(
            Kind.EMAIL,
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,7}?\\.\\p{L}{2,24}"
                    + ENDS,
            found -> Optional.of(found.group().toLowerCase(Locale.ROOT)));

    private static final Form ORDER = Form.of(
            Kind.ORDER,
            ALONE + PREFIX + "\\s?[\\p{Pd}_#]\\s?(?<digits>\\d{1,3}(?:[ .]\\d{3}){1,3}|\\d{1,12})" + ENDS,
            Findings::order);

    /** Without its dash it must be long: "um 1500 Uhr" is a time. */
    private static final Form LOOSE_ORDER =
            Form.of(Kind.ORDER, ALONE + PREFIX + "[\\s.:]{0,2}(?<digits>\\d{5,12})" + ENDS, Findings::order);

    /** Where no word says that a number follows, four digits may be a year. */
    private static final Form CALLED_ORDER = Form.of(
            Kind.ORDER,
            ALONE
                    + "(?:orders?|bestell(?:ung)?|auftrags?)[\\s:.#-]{0,3}(?:mit der )?(?:(?:number|nummer|nr|no)[\\s:.#-]{0,3}(?=\\d|is|la)|(?=(?:is |ist )?\\d{5}))"
                    + "(?:(?:is|ist|lautet)[\\s:#]{1,3})?(?<it>(?<digits>\\d{4,12}))"
                    + ENDS,
            Findings::order);

    /** Accounts at banks are covered: their digits are neither a phone nor an order. */
    private static final Pattern IBAN = Pattern.compile(
            ALONE + "[a-z]{2}\\d{2} ?(?:[a-z]{4}|\\d{4})(?: ?\\d{4}){2,6}(?: ?\\d{1,3})?" + ENDS,
            Pattern.CASE_INSENSITIVE);

    private static final Form CALLED_POSTCODE = Form.of(
            Kind.POSTCODE,
            ALONE
                    + "(?:plz|postleitzahl|postcode|zip(?: code)?)[\\s:.]{0,3}(?:is |ist )?(?<it>\\d{4,5}|[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2})"
                    + ENDS,
            found -> Optional.of(found.group("it").toUpperCase(Locale.ROOT)));

    private static final Form GERMAN_POSTCODE = Form.exact(
            Kind.POSTCODE,
            "(?<![\\p{L}\\p{N}.,-])(?<!(?i:um|order|bestellung|auftrag|nummer|number|nr|no)[ .:#]{1,2})(?:D-)?(?<it>\\d{5})(?= \\p{Lu}\\p{Ll})",
            found -> Optional.of(found.group("it"))
                    .filter(it -> Integer.parseInt(it) >= GERMAN_FIRST && Integer.parseInt(it) <= GERMAN_LAST));

    private static final Form BRITISH_POSTCODE = Form.exact(
            Kind.POSTCODE,
            ALONE + "[A-Z]{1,2}\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}" + ENDS,
            found -> Optional.of(found.group()));

    private static final Form PHONE = Form.of(
            Kind.PHONE,
            "(?<![\\w/#.-])(?!\\d\\d-\\d\\d-\\d{4})(?:\\+|00)[1-9](?:[ ()/.-]{0,2}\\d){6,13}(?!\\d)|(?<![\\w/#.-])(?!\\d\\d-\\d\\d-\\d{4})0\\d{1,4}[ /-]\\d(?:[ /-]?\\d){4,9}(?!\\d)"
                    + "|(?<![\\w/#.-])01[567]\\d{8,9}(?!\\d)|\\(0\\d{1,5}\\)[ /-]?\\d(?:[ /-]?\\d){3,9}(?!\\d)",
            Findings::phone);

    private static final List<Form> FIRST = List.of(EMAIL, ORDER);
    private static final List<Form> LAST =
            List.of(CALLED_POSTCODE, GERMAN_POSTCODE, BRITISH_POSTCODE, PHONE, LOOSE_ORDER, CALLED_ORDER);

    private final String text;
    private final BitSet taken = new BitSet();
    private final List<Finding> found = new ArrayList<>();

    private Findings(String text) {
        this.text = text;
    }

    /** An article that a message may name by its number, its name, or its name without the first word. */
    public record Article(String sku, String name) {}

    /**
     * In the order of the message; at most 50.
     *
     * @param written what "yesterday" is counted from
     * @param articles those the message may be about, for instance of its order
     */
    public static List<Finding> in(String message, LocalDate written, List<Article> articles) {
        Findings findings = new Findings(message.substring(0, Math.min(LONGEST, message.length())));
        Stream.of(FIRST, Parcels.FORMS, articles(articles))
                .flatMap(List::stream)
                .forEach(findings::look);
        IBAN.matcher(findings.text).results().forEach(it -> findings.taken.set(it.start(), it.end()));
        Stream.of(List.of(Amounts.FORM), Days.forms(written), LAST)
                .flatMap(List::stream)
                .forEach(findings::look);
        return findings.found.stream()
                .sorted(Comparator.comparingInt(Finding::from))
                .limit(MOST)
                .toList();
    }

    private void look(Form form) {
        Matcher matcher = form.pattern().matcher(text);
        while (matcher.find()) {
            MatchResult match = matcher.toMatchResult();
            int from = form.from(match);
            String itself = form.itself(match);
            int to = from + itself.length();
            if (taken.get(from, to).isEmpty()) {
                value(form, match).ifPresent(value -> {
                    taken.set(from, to);
                    found.add(new Finding(form.kind(), from, to, itself, value));
                });
            }
        }
    }

    /** What cannot be read is not found; it must not hide what can. */
    private static Optional<String> value(Form form, MatchResult match) {
        try {
            return form.value().apply(match);
        } catch (ArithmeticException
                | DateTimeException
                | IllegalArgumentException
                | NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Form> articles(List<Article> articles) {
        List<Form> forms = new ArrayList<>();
        articles.stream().limit(MOST_ARTICLES).forEach(article -> {
            forms.add(called(article, article.sku()));
            forms.add(called(article, article.name()));
        });
        articles.stream().limit(MOST_ARTICLES).forEach(article -> {
            String tail = tail(article.name());
            boolean single = articles.stream()
                            .filter(other -> tail(other.name()).equals(tail))
                            .map(Article::sku)
                            .distinct()
                            .count()
                    == 1;
            if (single && tail.contains(" ")) {
                forms.add(called(article, tail));
            }
        });
        return forms;
    }

    /** An empty name would be found everywhere. */
    private static Form called(Article article, String name) {
        String words = name.strip();
        return words.length() < SHORTEST_ARTICLE
                ? Form.of(Kind.ARTICLE, "(?!)", match -> Optional.empty())
                : Form.of(
                        Kind.ARTICLE,
                        ALONE + Pattern.quote(words) + ENDS + "(?!-[\\p{L}\\p{N}])",
                        match -> Optional.of(article.sku()));
    }

    private static String tail(String name) {
        int space = name.strip().indexOf(' ');
        return space < 0 ? "" : name.strip().substring(space + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> order(MatchResult match) {
        return Optional.of(PREFIX + "-" + match.group("digits").replaceAll("\\D", ""));
    }

    private static Optional<String> phone(MatchResult match) {
        String digits = match.group().replaceAll("\\D", "");
        return Optional.of(
                match.group().startsWith("+")
                        ? "+" + digits
                        : digits.startsWith("00") ? "+" + digits.substring(2) : digits);
    }
}
