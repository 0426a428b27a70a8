package io.tillflow.connectors.provider;

import java.util.regex.Pattern;

/**
 * Names one effect on the outside world: {@code 7f3/capture-payment/1}.
 *
 * <p>It is made of the business id, the model's element and the business attempt, never of an engine key: a step that an
 * operator cancels and starts again asks for the same effect, and gets it once.
 */
public record EffectKey(String value) {
    private static final Pattern FORM = Pattern.compile("[^/\\s]+/[^/\\s]+/[1-9]\\d*");

    public EffectKey {
        if (!FORM.matcher(value).matches() || value.length() > 200) {
            throw new IllegalArgumentException(
                    "expected an effect key like 7f3/capture-payment/1, but got '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
