package io.tillflow.storefront.catalogue;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds products by what shoppers type: words in any order, beginnings of words, one letter wrong. */
@Component
public class Search {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Shelf shelf;
    private volatile Index index = new Index(0, List.of());

    Search(Shelf shelf) {
        this.shelf = shelf;
    }

    private record Hit(Product product, int score) {}

    /** A product's words, cut once. */
    private record Entry(
            Product product, List<String> name, List<String> kind, List<String> colours, List<String> text) {}

    private record Index(int edition, List<Entry> entries) {}

    /** Best first; empty when a word is found nowhere. */
    public List<Product> find(String query) {
        List<String> wanted = words(query);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return entries().stream()
                .map(entry -> new Hit(entry.product(), score(entry, wanted)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingInt(Hit::score)
                        .thenComparingInt(hit -> hit.product().popularity())
                        .reversed())
                .map(Hit::product)
                .toList();
    }

    private List<Entry> entries() {
        Index known = index;
        int edition = shelf.edition();
        if (known.edition() != edition) {
            known = new Index(
                    edition, shelf.products().stream().map(this::entry).toList());
            index = known;
        }
        return known.entries();
    }

    private Entry entry(Product p) {
        String title = shelf.category(p.category()).map(Category::title).orElse("");
        return new Entry(
                p,
                words(p.name()),
                words(p.kind() + " " + title),
                words(String.join(
                        " ", p.variants().stream().map(Variant::colourName).toList())),
                words(p.line() + " " + p.about()));
    }

    private static int score(Entry entry, List<String> wanted) {
        int total = 0;
        for (String word : wanted) {
            int score = 10 * best(word, entry.name())
                    + 6 * best(word, entry.kind())
                    + 4 * best(word, entry.colours())
                    + best(word, entry.text());
            if (score == 0) {
                return 0;
            }
            total += score;
        }
        return total;
    }

    private static int best(String wanted, List<String> words) {
        int best = 0;
        for (String word : words) {
            best = Math.max(best, likeness(wanted, word));
        }
        return best;
    }

    private static int likeness(String wanted, String word) {
        if (word.equals(wanted) || word.equals(wanted + "s") || wanted.equals(word + "s")) {
            return 4;
        }
        if (wanted.length() >= 2 && word.startsWith(wanted)) {
            return 3;
        }
        return wanted.length() >= 5 && oneApart(wanted, word) ? 1 : 0;
    }

    /** One letter more, fewer or different. */
    static boolean oneApart(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int i = 0;
        int shorter = Math.min(a.length(), b.length());
        while (i < shorter && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        String restA = a.substring(Math.min(a.length(), a.length() >= b.length() ? i + 1 : i));
        String restB = b.substring(Math.min(b.length(), b.length() >= a.length() ? i + 1 : i));
        return restA.equals(restB);
    }

    static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss")
                .toLowerCase(Locale.ROOT);
        return GAPS.splitAsStream(plain).filter(w -> !w.isEmpty()).limit(60).toList();
    }
}
