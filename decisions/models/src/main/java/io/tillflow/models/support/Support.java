package io.tillflow.models.support;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.message.LanguageTrial;
import io.tillflow.models.support.IntentModel.Answer;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What customers write about: any file of {@code text,intent}; the intent {@code oos} marks texts about something else. In a shop the
 * texts are questions that people sorted, and the column is {@code topic}.
 */
public final class Support implements Trained<IntentModel> {
    private static final int FEWEST_INTENTS = 2;
    private final Supplier<Embedder> embedder;

    /** The embedder is made when it is first needed: loading it takes a second. */
    public Support() {
        this(LocalEmbedder::new);
    }

    /** With one that is there already. */
    public Support(Supplier<Embedder> embedder) {
        this.embedder = embedder;
    }

    @Override
    public String name() {
        return "support";
    }

    @Override
    public Class<IntentModel> modelType() {
        return IntentModel.class;
    }

    /** A folder's files that are not kept for judging; one file is taken whatever its name. */
    private static List<Table> toLearnFrom(Source data) {
        List<Path> files = data.all("text", "intent");
        List<Path> chosen = files.size() == 1
                ? files
                : files.stream()
                        .filter(file -> !file.getFileName().toString().matches(".*_(validation|test)\\.csv"))
                        .toList();
        if (chosen.isEmpty()) {
            throw new BadData("expected a .csv file with the columns text,intent in " + data.path());
        }
        return chosen.stream().map(Table::read).toList();
    }

    @Override
    public Fit<IntentModel> fit(Source data, Terms terms) {
        Optional<ShopQuestions> sorted = ShopQuestions.read(data);
        return sorted.isPresent() ? fit(sorted.get()) : fitIntents(data);
    }

    private Fit<IntentModel> fit(ShopQuestions sorted) {
        return sorted.missing()
                .<Fit<IntentModel>>map(Fit.TooLittle::new)
                .orElseGet(() -> new Fit.Fitted<>(learn(sorted, embedder.get()), sorted.size()));
    }

    /** From what a shop begins with, and from what people sorted since. */
    static IntentModel learn(ShopQuestions sorted, Embedder embedder) {
        return IntentLearning.learn(ShopQuestions.beginning().and(sorted).examples(embedder), embedder);
    }

    @Override
    public Trial tryOut(Source inOrderOfTime, Optional<IntentModel> live, int seen) {
        ShopQuestions sorted = ShopQuestions.read(inOrderOfTime)
                .orElseThrow(() -> new BadData("expected a file with the columns text,topic,by_words in "
                        + inOrderOfTime.path() + ": what people sorted is tried, in the order of time"));
        return new SupportTrial(sorted, embedder.get()).judge(live, seen);
    }

    @Override
    public List<Supplier<?>> questions(IntentModel model, Source data, int most) {
        Embedder local = embedder.get();
        return ShopQuestions.read(data).map(ShopQuestions::texts).orElse(List.of()).stream()
                .limit(most)
                .<Supplier<?>>map(text -> () -> model.answer(local.embed(List.of(text))[0]))
                .toList();
    }

    private Fit<IntentModel> fitIntents(Source data) {
        List<Table> tables = toLearnFrom(data);
        long intents = tables.stream()
                .flatMap(table -> table.texts("intent").stream())
                .map(String::strip)
                .filter(Examples::isIntent)
                .distinct()
                .count();
        if (intents < FEWEST_INTENTS) {
            return new Fit.TooLittle<>("there are " + intents + " intents; " + FEWEST_INTENTS + " are needed");
        }
        Embedder local = embedder.get();
        Examples examples = Examples.read(tables, local);
        return new Fit.Fitted<>(
                IntentLearning.learn(examples, local), examples.intents().size());
    }

    @Override
    public Scores predict(IntentModel model, Source data, Terms terms) {
        List<String> texts =
                Table.read(data.file("support/messages.csv", "text")).texts("text");
        float[][] vectors = embedder.get().embed(texts);
        Scores scores = new Scores("row", "intent", "confidence", "in_scope", "scope_score", "second_intent", "note");
        for (int i = 0; i < vectors.length; i++) {
            Answer answer = model.answer(vectors[i]);
            boolean empty = texts.get(i).isBlank();
            scores.add(
                    i + 1,
                    empty ? "" : answer.intent(),
                    empty ? 0.0 : answer.confidence(),
                    !empty && answer.inScope(),
                    answer.scope(),
                    empty ? "" : answer.second(),
                    empty ? "the text is empty" : "");
        }
        return scores;
    }

    @Override
    public List<Result> evaluate(Source data) {
        Embedder local = embedder.get();
        List<Result> results = new ArrayList<>(sentiments(data, local));
        boolean intents = data.all("text", "intent").stream().map(Table::read).anyMatch(table -> table.has("intent"));
        if (!results.isEmpty() && !intents) {
            return results;
        }
        results.addAll(new SupportHoldOut(data, local).results());
        for (Path file : data.all("text", "intent")) {
            if (!file.getFileName().toString().endsWith("_train.csv")) {
                results.addAll(LanguageTrial.of(Table.read(file)));
            }
        }
        return results;
    }

    private static List<Result> sentiments(Source data, Embedder local) {
        List<Table> labelled = data.all("text", "sentiment").stream()
                .map(Table::read)
                .filter(table -> table.has("sentiment"))
                .toList();
        if (labelled.isEmpty()) {
            return List.of();
        }
        Sentiments sentiments = Sentiments.learn(local);
        return labelled.stream()
                .flatMap(table -> SentimentTrial.of(table, sentiments).stream())
                .toList();
    }
}
