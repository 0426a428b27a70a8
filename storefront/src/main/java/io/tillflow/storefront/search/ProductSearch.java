package io.tillflow.storefront.search;

import io.tillflow.storefront.catalogue.Attribute;
import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.search.meaning.Meanings;
import io.tillflow.storefront.search.meaning.ProductMeanings;
import io.tillflow.storefront.search.meaning.Understanding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Searches what is on the shelves now, in the language of the request. */
@Component
public class ProductSearch {
    private static final int MOST = 400;

    private final Shelf shelf;
    private final Understanding understanding;
    private final ProductMeanings meanings;
    private final Map<Language, Indexed> indexed = new ConcurrentHashMap<>();

    ProductSearch(Shelf shelf, Understanding understanding, ProductMeanings meanings) {
        this.shelf = shelf;
        this.understanding = understanding;
        this.meanings = meanings;
    }

    private record Indexed(int edition, ProductIndex products, Suggestions suggestions) {}

    /**
     * Products found, best first.
     *
     * @param whole whether each answers every word
     * @param readAs the words searched for when they are not those typed, else empty
     * @param meant whether no word was found, and these are what comes close in meaning
     */
    public record Result(List<Product> products, boolean whole, String readAs, boolean meant) {
        /** All that is on a shelf. */
        public static Result all(List<Product> products) {
            return new Result(products, true, "", false);
        }
    }

    public Result find(String asked) {
        Found words = indexed().products().find(asked, MOST);
        Found found = understood(asked, words);
        List<Product> products = found.hits().stream()
                .map(hit -> shelf.product(hit.id()))
                .flatMap(Optional::stream)
                .toList();
        return new Result(products, found.whole(), found.readAs(), words.hits().isEmpty() && !products.isEmpty());
    }

    /** The model reads English, and what was meant to be typed: another language is found by its words alone. */
    private Found understood(String asked, Found words) {
        Meanings known = meanings.now();
        return Language.current() == Language.EN && !known.products().isEmpty()
                ? understanding
                        .of(words.readAs().isEmpty() ? asked : words.readAs())
                        .map(meaning -> Blend.of(words, meaning, known, MOST))
                        .orElse(words)
                : words;
    }

    /** What the shopper may be about to type. */
    public List<Suggestions.Suggestion> suggest(String typed) {
        return indexed().suggestions().of(typed);
    }

    private Indexed indexed() {
        Language language = Language.current();
        Indexed known = indexed.get(language);
        return known != null && known.edition() == shelf.edition()
                ? known
                : Money.in(Money.BASE, () -> renewed(language)); // for readers of every currency
    }

    private synchronized Indexed renewed(Language language) {
        int edition = shelf.edition();
        Indexed known = indexed.get(language);
        if (known != null && known.edition() == edition) {
            return known;
        }
        List<Product> products = shelf.products();
        List<Listing> listings = products.stream().map(this::listing).toList();
        if (language == Language.EN) {
            meanings.read(listings.stream().collect(Collectors.toMap(Listing::id, Listing::said)));
        }
        Indexed renewed = new Indexed(
                edition, ProductIndex.of(language, listings), Suggestions.of(language, shelf.categories(), products));
        indexed.put(language, renewed);
        return renewed;
    }

    private Listing listing(Product p) {
        String title = shelf.category(p.category()).map(Category::title).orElse("");
        String facts = p.attributes().stream().map(Attribute::value).collect(Collectors.joining(", "));
        String colours = p.variants().stream().map(Variant::label).distinct().collect(Collectors.joining(", "));
        String features = String.join(", ", title, colours, facts);
        return new Listing(p.slug(), p.name(), "", p.kind(), features, p.line() + "\n" + p.about());
    }
}
