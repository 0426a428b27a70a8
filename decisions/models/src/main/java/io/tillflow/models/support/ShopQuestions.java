package io.tillflow.models.support;

import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What shoppers asked and people sorted, in the order of time, and how the words table had read it.
 *
 * @param topics as people sorted them; {@link #NO_TOPIC} is about nothing the shop has a topic for
 * @param byWords as the words table said
 */
record ShopQuestions(List<String> texts, List<String> topics, List<String> byWords) {
    /** A file of a shop's questions has this column, where others have an intent. */
    static final String SHOP_LABEL = "topic";

    static final String NO_TOPIC = "OTHER";
    /** Enough for thirty that are judged and were not learned from. */
    static final int FEWEST = 60;

    private static final int FEWEST_TOPICS = 2;
    private static final String OUT_OF_SCOPE = "oos";

    ShopQuestions {
        texts = List.copyOf(texts);
        topics = List.copyOf(topics);
        byWords = List.copyOf(byWords);
    }

    /** Nothing where the file is none of a shop's. */
    static Optional<ShopQuestions> read(Source data) {
        return data.find("support/questions.csv", "text", SHOP_LABEL)
                .map(Table::read)
                .filter(table -> table.has(SHOP_LABEL) && table.has("by_words"))
                .map(table ->
                        new ShopQuestions(table.texts("text"), topics(table, SHOP_LABEL), topics(table, "by_words")));
    }

    /** The English sentences that a shop begins with, before anybody has sorted anything. */
    static ShopQuestions beginning() {
        return resource("/support/questions.csv");
    }

    static ShopQuestions resource(String file) {
        try (InputStream csv = Objects.requireNonNull(ShopQuestions.class.getResourceAsStream(file), file)) {
            Table table = Table.read(file, csv);
            List<String> topics = topics(table, SHOP_LABEL);
            return new ShopQuestions(table.texts("text"), topics, topics);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static List<String> topics(Table table, String column) {
        List<String> topics = table.texts(column).stream().map(String::strip).toList();
        int empty = topics.indexOf("");
        if (empty >= 0) {
            throw new BadData(table.name() + ", row " + (empty + 1) + ", " + column + ": expected a topic");
        }
        return topics;
    }

    int size() {
        return texts.size();
    }

    /** What is missing to learn from these; nothing when they are enough. */
    Optional<String> missing() {
        long kinds = topics.stream().distinct().count();
        if (size() < FEWEST) {
            return Optional.of(
                    "there are " + size() + " questions in English that people sorted; " + FEWEST + " are needed");
        }
        return kinds >= FEWEST_TOPICS
                ? Optional.empty()
                : Optional.of("all " + size() + " questions in English that people sorted are about "
                        + topics.getFirst() + "; " + FEWEST_TOPICS + " topics are needed");
    }

    ShopQuestions part(int from, int to) {
        return new ShopQuestions(texts.subList(from, to), topics.subList(from, to), byWords.subList(from, to));
    }

    ShopQuestions and(ShopQuestions more) {
        return new ShopQuestions(joined(texts, more.texts), joined(topics, more.topics), joined(byWords, more.byWords));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    Examples examples(Embedder embedder) {
        List<String> intents = new ArrayList<>();
        topics.forEach(topic -> intents.add(topic.equals(NO_TOPIC) ? OUT_OF_SCOPE : topic));
        return new Examples(intents, embedder.embed(texts));
    }
}
