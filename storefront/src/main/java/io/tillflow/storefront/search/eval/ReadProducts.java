package io.tillflow.storefront.search.eval;

import io.tillflow.storefront.search.Listing;
import io.tillflow.storefront.search.meaning.Meaning;
import io.tillflow.storefront.search.meaning.Meanings;
import io.tillflow.storefront.search.meaning.SentenceModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what products mean; of very many only those that words found, which a shop would have read long before. */
final class ReadProducts {
    private static final int ALL = 20_000;

    private ReadProducts() {}

    static Meanings of(List<Listing> listings, Collection<List<String>> found, SentenceModel model) {
        Set<String> wanted = found.stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<String, Meaning> read = listings.parallelStream()
                .filter(listing -> listings.size() <= ALL || wanted.contains(listing.id()))
                .collect(Collectors.toConcurrentMap(Listing::id, listing -> model.of(listing.said())));
        return new Meanings(read);
    }
}
