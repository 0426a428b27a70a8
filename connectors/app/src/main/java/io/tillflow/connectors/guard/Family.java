package io.tillflow.connectors.guard;

import java.util.List;

/**
 * A family of actions and who stands behind it.
 *
 * @param provider the one that is chosen
 * @param choices all that could be chosen
 */
public record Family(String name, String provider, List<String> choices) {
    public Family {
        choices = List.copyOf(choices);
        if (!choices.contains(provider)) {
            throw new IllegalArgumentException("expected the provider of " + name + " to be one of " + choices
                    + ", but the settings say '" + provider + "': correct TILLFLOW_"
                    + name.toUpperCase(java.util.Locale.ROOT)
                    + "_PROVIDER");
        }
    }
}
