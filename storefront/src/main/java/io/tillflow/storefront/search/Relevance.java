package io.tillflow.storefront.search;

import static io.tillflow.storefront.search.ProductIndex.BRAND;
import static io.tillflow.storefront.search.ProductIndex.CATEGORY;
import static io.tillflow.storefront.search.ProductIndex.DESCRIPTION;
import static io.tillflow.storefront.search.ProductIndex.FEATURES;
import static io.tillflow.storefront.search.ProductIndex.TITLE;

import io.tillflow.storefront.search.Reading.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/**
 * How well a product fits: BM25 over all its fields as one text in which the title counts most, more for each further word
 * answered, more when neighbours stand together in the title, more when the title names the thing itself.
 */
final class Relevance {
    private static final float ANSWERED = 1.5f;
    private static final float NEIGHBOURS = 0.5f;
    private static final float HEAD_IN_TITLE = 0.8f;
    private static final float HEAD_IN_CATEGORY = 0.8f;
    private static final int SLOP = 1;

    private Relevance() {}

    static Query everyWord(Reading reading) {
        return query(reading, Occur.MUST);
    }

    static Query anyWord(Reading reading) {
        return query(reading, Occur.SHOULD);
    }

    private static Query query(Reading reading, Occur occur) {
        BooleanQuery.Builder answered = new BooleanQuery.Builder();
        for (Word word : reading.words()) {
            answered.add(answered(word), occur);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(answered.build(), Occur.MUST);
        reading.words().forEach(word -> query.add(everywhere(word), Occur.SHOULD));
        List<Word> words = reading.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            PhraseQuery pair = new PhraseQuery(
                    SLOP, TITLE, words.get(i).stem(), words.get(i + 1).stem());
            query.add(new BoostQuery(pair, NEIGHBOURS), Occur.SHOULD);
        }
        Word head = words.get(reading.head());
        query.add(new BoostQuery(inField(TITLE, head), HEAD_IN_TITLE), Occur.SHOULD);
        query.add(new BoostQuery(inField(CATEGORY, head), HEAD_IN_CATEGORY), Occur.SHOULD);
        return query.build();
    }

    private static Query answered(Word word) {
        return new BoostQuery(new ConstantScoreQuery(everywhere(word)), ANSWERED);
    }

    private static Query everywhere(Word word) {
        List<Query> ways = new ArrayList<>();
        word.stems()
                .forEach((stem, counts) ->
                        ways.add(counts == 1 ? everywhere(stem) : new BoostQuery(named(stem), counts)));
        if (word.beginning()) {
            for (String field : List.of(TITLE, CATEGORY, BRAND, FEATURES, DESCRIPTION)) {
                ways.add(new BoostQuery(new PrefixQuery(new Term(field, word.written())), word.beginningCounts()));
            }
        }
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static Query everywhere(String stem) {
        return new CombinedFieldQuery.Builder(stem)
                .addField(TITLE, 4)
                .addField(CATEGORY, 2.5f)
                .addField(BRAND, 2)
                .addField(FEATURES, 2)
                .addField(DESCRIPTION, 1)
                .build();
    }

    /** What only means the same must be what the product is called: "light" in a description is rarely a lamp. */
    private static Query named(String stem) {
        if (stem.contains(" ")) {
            String[] stems = stem.split(" ");
            return new DisjunctionMaxQuery(
                    List.of(new PhraseQuery(SLOP, TITLE, stems), new PhraseQuery(SLOP, CATEGORY, stems)), 0.3f);
        }
        return new CombinedFieldQuery.Builder(stem)
                .addField(TITLE, 4)
                .addField(CATEGORY, 2.5f)
                .build();
    }

    private static Query inField(String field, Word word) {
        List<Query> ways = new ArrayList<>();
        word.stems()
                .forEach((stem, counts) -> ways.add(new BoostQuery(new PhraseQuery(field, stem.split(" ")), counts)));
        return new DisjunctionMaxQuery(ways, 0);
    }
}
