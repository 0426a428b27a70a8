package io.tillflow.storefront.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The yardstick: BM25 (k1 1.2, b 0.75) over one field with everything in it, words as they are written. */
public final class PlainBm25 {
    private static final int MOST_WORDS = 256;

    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final IndexSearcher searcher;

    public PlainBm25(Iterable<Listing> listings) {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analyzer))) {
            for (Listing listing : listings) {
                Document document = new Document();
                document.add(new StoredField("id", listing.id()));
                document.add(new TextField("all", listing.everything(), Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
            this.searcher = new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Found.Hit> rank(String asked, int most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Analysis.words(analyzer, asked).stream()
                .limit(MOST_WORDS)
                .forEach(word -> query.add(new TermQuery(new Term("all", word)), Occur.SHOULD));
        try {
            StoredFields stored = searcher.storedFields();
            List<Found.Hit> hits = new ArrayList<>();
            for (ScoreDoc doc : searcher.search(query.build(), most).scoreDocs) {
                hits.add(new Found.Hit(stored.document(doc.doc).get("id"), doc.score));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
