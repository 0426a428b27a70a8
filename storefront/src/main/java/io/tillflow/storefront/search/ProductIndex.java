package io.tillflow.storefront.search;

import io.tillflow.storefront.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The catalogue's words, in memory; built once, then only read. */
public final class ProductIndex {
    static final String TITLE = "title";
    static final String BRAND = "brand";
    static final String CATEGORY = "category";
    static final String FEATURES = "features";
    static final String DESCRIPTION = "description";
    private static final String WORDS = "words";
    private static final String ID = "id";

    private final IndexSearcher searcher;
    private final Vocabulary vocabulary;
    private final Synonyms synonyms;

    private ProductIndex(DirectoryReader reader, Language language) {
        this.synonyms = Synonyms.shipped(language);
        this.searcher = new IndexSearcher(reader);
        this.vocabulary = new Vocabulary(reader, WORDS);
    }

    /** Of English words. */
    public static ProductIndex of(Iterable<Listing> listings) {
        return of(Language.EN, listings);
    }

    public static ProductIndex of(Language language, Iterable<Listing> listings) {
        Analysis analysis = Analysis.of(language);
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(
                new PerFieldAnalyzerWrapper(analysis.stemmedParts(), Map.of(WORDS, analysis.plainParts())));
        try (IndexWriter writer = new IndexWriter(memory, config)) {
            for (Listing listing : listings) {
                writer.addDocument(document(listing));
            }
            writer.forceMerge(1);
            writer.commit();
            return new ProductIndex(DirectoryReader.open(memory), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Listing listing) {
        Document document = new Document();
        document.add(new StoredField(ID, listing.id()));
        document.add(new TextField(TITLE, listing.title(), Store.NO));
        document.add(new TextField(BRAND, listing.brand(), Store.NO));
        document.add(new TextField(CATEGORY, listing.category(), Store.NO));
        document.add(new TextField(FEATURES, listing.features(), Store.NO));
        document.add(new TextField(DESCRIPTION, listing.description(), Store.NO));
        document.add(new TextField(WORDS, listing.everything(), Store.NO));
        return document;
    }

    /** Products that answer every word; where there are none, those that answer the most of them. */
    public Found find(String asked, int most) {
        try {
            Reading reading = Reading.of(asked, vocabulary, synonyms);
            if (reading.words().isEmpty()) {
                return Found.NOTHING;
            }
            String readAs = reading.corrected() ? reading.text() : "";
            List<Found.Hit> whole = hits(Relevance.everyWord(reading), most);
            return whole.isEmpty()
                    ? new Found(
                            hits(Relevance.anyWord(reading), most),
                            reading.words().size() == 1,
                            readAs)
                    : new Found(whole, true, readAs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Products in the order of how well they fit, those that answer only some words after the others. */
    public List<Found.Hit> rank(String asked, int most) {
        try {
            Reading reading = Reading.of(asked, vocabulary, synonyms);
            return reading.words().isEmpty() ? List.of() : hits(Relevance.anyWord(reading), most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #rank}, and whether there are any that answer every word. */
    public Found ranked(String asked, int most) {
        return new Found(rank(asked, most), find(asked, 1).whole(), "");
    }

    private List<Found.Hit> hits(Query query, int most) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Found.Hit> hits = new ArrayList<>();
        for (ScoreDoc doc : searcher.search(query, most).scoreDocs) {
            hits.add(new Found.Hit(stored.document(doc.doc).get(ID), doc.score));
        }
        return hits;
    }
}
