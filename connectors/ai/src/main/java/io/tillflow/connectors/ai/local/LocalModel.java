package io.tillflow.connectors.ai.local;

import io.tillflow.connectors.ai.Answer;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.ai.Provider;
import io.tillflow.connectors.ai.Question;
import io.tillflow.connectors.ai.Reply;
import io.tillflow.connectors.ai.Skill;
import io.tillflow.connectors.ai.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares and sorts texts by meaning, finds facts that have a form, quotes passages. It writes nothing of its own and reads
 * English best.
 */
public final class LocalModel implements LanguageModel {
    /** The sharpness with which likeness becomes confidence. */
    private static final double SHARPNESS = 12;

    /** Below, a passage is about something else. */
    private static final double ON_TOPIC = 0.35;

    private final Meaning meaning = new Meaning();

    /** What it is and can, for the order of models. */
    public static Provider provider(LanguageModel guarded) {
        return new Provider(
                "local", "all-minilm-l6-v2-q", true, Set.of(Skill.values()), Provider.Price.UNKNOWN, guarded);
    }

    /** Texts as vectors of length 1 that lie close when the texts mean alike; for models of our own. */
    public List<float[]> vectors(List<String> texts) {
        return meaning.of(texts);
    }

    @Override
    public Answer answer(Question question, String instructions, Limits limits) {
        return switch (question) {
            case Question.Embed embed -> given(new Reply.Vectors(meaning.of(embed.texts())));
            case Question.Classify classify -> given(choose(classify));
            case Question.Moderate moderate -> given(Manners.judge(moderate.text()));
            case Question.Extract extract -> find(extract);
            case Question.Chat chat -> quote(chat);
        };
    }

    private static Answer given(Reply reply) {
        return new Answer.Given(reply, Usage.NONE);
    }

    /** The label whose name or description is most alike. */
    private Reply.Choice choose(Question.Classify classify) {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Map.Entry<String, String> label : classify.labels().entrySet()) {
            for (String example : (label.getKey().replaceAll("[_-]+", " ") + ";" + label.getValue()).split(";", -1)) {
                if (!example.isBlank()) {
                    texts.add(example);
                    labels.add(label.getKey());
                }
            }
        }
        float[] asked = meaning.of(List.of(classify.text())).getFirst();
        List<float[]> vectors = meaning.ofKnown(texts);
        Map<String, Double> best = new java.util.LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            best.merge(labels.get(i), Meaning.cosine(asked, vectors.get(i)), Math::max);
        }
        String label = best.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        double all = best.values().stream()
                .mapToDouble(likeness -> Math.exp(SHARPNESS * likeness))
                .sum();
        return new Reply.Choice(label, Math.exp(SHARPNESS * best.getOrDefault(label, 0.0)) / all);
    }

    private static Answer find(Question.Extract extract) {
        Findings findings = Findings.in(extract.text(), extract.shape());
        return findings.missing().isEmpty()
                ? given(new Reply.Fields(findings.fields()))
                : new Answer.Unable(
                        "the local model finds numbers, dates, e-mail addresses, listed words and what a pattern describes;"
                                + " it did not find " + String.join(", ", findings.missing()));
    }

    /** The sentence of the passages that is most alike; never words of its own. */
    private Answer quote(Question.Chat chat) {
        List<String> sentences = chat.passages().stream()
                .flatMap(passage ->
                        java.util.regex.Pattern.compile("(?<=[.!?])\\s+|\\n+").splitAsStream(passage))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .limit(200)
                .toList();
        if (sentences.isEmpty()) {
            return new Answer.Unable(
                    "the local model writes nothing of its own: give it passages to quote from, or set up another provider (TILLFLOW_AI_PROVIDERS)");
        }
        float[] asked = meaning.of(List.of(chat.text())).getFirst();
        List<float[]> vectors = meaning.of(sentences);
        int best = 0;
        for (int i = 1; i < vectors.size(); i++) {
            best = Meaning.cosine(asked, vectors.get(i)) > Meaning.cosine(asked, vectors.get(best)) ? i : best;
        }
        return Meaning.cosine(asked, vectors.get(best)) < ON_TOPIC
                ? new Answer.Unable("the local model found nothing about it in the passages")
                : given(new Reply.Text(sentences.get(best)));
    }
}
