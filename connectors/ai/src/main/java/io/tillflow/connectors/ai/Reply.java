package io.tillflow.connectors.ai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a model said. */
public sealed interface Reply {
    /** The same with every text of its own changed. */
    Reply mapTexts(UnaryOperator<String> change);

    /** To {@link Question.Chat}. */
    record Text(String text) implements Reply {
        @Override
        public Text mapTexts(UnaryOperator<String> change) {
            return new Text(change.apply(text));
        }
    }

    /** To {@link Question.Extract}: fits the schema once it has passed {@link Shape#faults}. */
    record Fields(Map<String, @Nullable Object> fields) implements Reply {
        public Fields {
            fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public Fields mapTexts(UnaryOperator<String> change) {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>();
            fields.forEach((name, value) -> changed.put(name, changed(value, change)));
            return new Fields(changed);
        }

        private static @Nullable Object changed(@Nullable Object value, UnaryOperator<String> change) {
            return switch (value) {
                case String text -> change.apply(text);
                case List<?> list ->
                    list.stream().map(item -> changed(item, change)).toList();
                case Map<?, ?> map -> {
                    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
                    map.forEach((name, item) -> inner.put(String.valueOf(name), changed(item, change)));
                    yield inner;
                }
                case null -> null;
                default -> value;
            };
        }
    }

    /**
     * To {@link Question.Classify}.
     *
     * @param confidence from 0 to 1; the local model's comes from distances, a large model's is its own word
     */
    record Choice(String label, double confidence) implements Reply {
        @Override
        public Choice mapTexts(UnaryOperator<String> change) {
            return this;
        }
    }

    /** To {@link Question.Embed}: one vector a text, all of one width. */
    record Vectors(List<float[]> vectors) implements Reply {
        public Vectors {
            vectors = List.copyOf(vectors);
        }

        @Override
        public Vectors mapTexts(UnaryOperator<String> change) {
            return this;
        }

        /** The cosine between two of the texts. */
        public double likeness(int one, int other) {
            double sum = 0;
            double left = 0;
            double right = 0;
            for (int i = 0; i < vectors.get(one).length; i++) {
                double a = vectors.get(one)[i];
                double b = vectors.get(other)[i];
                sum += a * b;
                left += a * a;
                right += b * b;
            }
            return left == 0 || right == 0 ? 0 : sum / Math.sqrt(left * right);
        }
    }

    /** To {@link Question.Moderate}. */
    record Verdict(boolean flagged, List<String> reasons) implements Reply {
        public Verdict {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Verdict mapTexts(UnaryOperator<String> change) {
            return this;
        }
    }
}
