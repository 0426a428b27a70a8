package io.tillflow.connectors.ai;

import java.util.Set;

/**
 * A model that may be asked.
 *
 * @param model the provider's name for it
 * @param local whether texts stay on this machine
 */
public record Provider(
        String name, String model, boolean local, Set<Skill> skills, Price price, LanguageModel language) {
    public Provider {
        skills = Set.copyOf(skills);
    }

    /** What it is known as in answers: {@code openai gpt-4o-mini}. */
    public String title() {
        return name + " " + model;
    }

    /**
     * What a million tokens cost, in minor units of the shop's currency; 0 where nobody said.
     *
     * @param input of what is asked
     * @param output of what is answered
     */
    public record Price(double input, double output) {
        public static final Price UNKNOWN = new Price(0, 0);

        public Price {
            if (!(input >= 0 && output >= 0)) {
                throw new IllegalArgumentException("a price must not be negative, was " + input + "/" + output);
            }
        }

        /** In millionths of a minor unit. */
        public long of(Usage usage) {
            return Math.round(usage.input() * input + usage.output() * output);
        }
    }
}
