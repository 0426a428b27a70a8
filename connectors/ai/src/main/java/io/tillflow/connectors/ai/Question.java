package io.tillflow.connectors.ai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a model is asked; the texts in it are data, never instructions. */
public sealed interface Question {
    int LONGEST = 50_000;

    Skill skill();

    /** The same with every text of others changed. */
    Question mapTexts(UnaryOperator<String> change);

    /** Roughly how long it is, in characters. */
    int length();

    /**
     * Write an answer.
     *
     * @param passages what the answer must rest on; without any the model says what it knows
     */
    record Chat(String text, List<String> passages) implements Question {
        public Chat {
            check(text);
            passages = List.copyOf(passages);
            passages.forEach(Question::check);
        }

        @Override
        public Skill skill() {
            return Skill.CHAT;
        }

        @Override
        public Chat mapTexts(UnaryOperator<String> change) {
            return new Chat(change.apply(text), passages.stream().map(change).toList());
        }

        @Override
        public int length() {
            return text.length() + passages.stream().mapToInt(String::length).sum();
        }
    }

    /** Find facts in the shape of a schema. */
    record Extract(String text, Shape shape) implements Question {
        public Extract {
            check(text);
        }

        @Override
        public Skill skill() {
            return Skill.EXTRACT;
        }

        @Override
        public Extract mapTexts(UnaryOperator<String> change) {
            return new Extract(change.apply(text), shape);
        }

        @Override
        public int length() {
            return text.length() + shape.text().length();
        }
    }

    /**
     * Choose a label.
     *
     * @param labels each with a few words about what it is for
     */
    record Classify(String text, Map<String, String> labels) implements Question {
        private static final int MOST = 100;

        public Classify {
            check(text);
            if (labels.size() < 2 || labels.size() > MOST) {
                throw new IllegalArgumentException("labels must be 2 to " + MOST + ", were " + labels.size());
            }
            labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        }

        @Override
        public Skill skill() {
            return Skill.CLASSIFY;
        }

        @Override
        public Classify mapTexts(UnaryOperator<String> change) {
            return new Classify(change.apply(text), labels);
        }

        @Override
        public int length() {
            return text.length() + labels.toString().length();
        }
    }

    /** Turn texts into vectors. */
    record Embed(List<String> texts) implements Question {
        private static final int MOST = 200;

        public Embed {
            texts = List.copyOf(texts);
            if (texts.isEmpty() || texts.size() > MOST) {
                throw new IllegalArgumentException("texts must be 1 to " + MOST + ", were " + texts.size());
            }
            texts.forEach(Question::check);
        }

        @Override
        public Skill skill() {
            return Skill.EMBED;
        }

        @Override
        public Embed mapTexts(UnaryOperator<String> change) {
            return new Embed(texts.stream().map(change).toList());
        }

        @Override
        public int length() {
            return texts.stream().mapToInt(String::length).sum();
        }
    }

    /** Say whether a text had better not be shown. */
    record Moderate(String text) implements Question {
        public Moderate {
            check(text);
        }

        @Override
        public Skill skill() {
            return Skill.MODERATE;
        }

        @Override
        public Moderate mapTexts(UnaryOperator<String> change) {
            return new Moderate(change.apply(text));
        }

        @Override
        public int length() {
            return text.length();
        }
    }

    private static void check(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "text must have 1 to " + LONGEST + " characters, had " + (text.isBlank() ? 0 : text.length()));
        }
    }
}
