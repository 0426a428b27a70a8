package io.tillflow.connectors.settings;

import io.tillflow.connectors.ai.Budgets;
import io.tillflow.connectors.ai.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which language models answer.
 *
 * @param order who is asked first, then next: local, openai, anthropic, ollama
 * @param currency of prices and costs
 * @param cache how long an answer is good for
 */
@ConfigurationProperties("tillflow.ai")
record AiSettings(
        @DefaultValue("local") List<String> order,
        @DefaultValue("EUR") String currency,
        @DefaultValue("24h") Duration cache,
        @DefaultValue Remote openai,
        @DefaultValue Remote anthropic,
        @DefaultValue Remote ollama) {
    static final List<String> KNOWN = List.of("local", "openai", "anthropic", "ollama");

    AiSettings {
        order = order.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (order.isEmpty()
                || !KNOWN.containsAll(order)
                || order.stream().distinct().count() < order.size()) {
            throw new IllegalArgumentException("expected TILLFLOW_AI_PROVIDERS to name some of " + KNOWN
                    + ", each once, apart by commas, but it is '" + String.join(",", order) + "'");
        }
        java.util.Currency.getInstance(currency);
    }

    Remote of(String provider) {
        return switch (provider) {
            case "openai" -> openai;
            case "anthropic" -> anthropic;
            case "ollama" -> ollama;
            default -> new Remote(URI.create("local:/"), "", "", "", "0/0", 0, 0);
        };
    }

    /**
     * A provider beyond this JVM.
     *
     * @param price what a million tokens cost in minor units: of the question/of the answer
     * @param dailyCost in minor units; 0 for no bound
     */
    record Remote(
            @DefaultValue("http://127.0.0.1") URI endpoint,
            @DefaultValue("") String model,
            @DefaultValue("") String embeddings,
            @DefaultValue("") String moderation,
            @DefaultValue("0/0") String price,
            @DefaultValue("0") long dailyTokens,
            @DefaultValue("0") double dailyCost) {
        Remote {
            if (!price.matches("\\d+(\\.\\d+)?/\\d+(\\.\\d+)?")) {
                throw new IllegalArgumentException(
                        "expected a price of a million tokens like 15/60 (of the question/of the answer, in minor units), but got '"
                                + price + "'");
            }
        }

        Provider.Price prices() {
            String[] parts = price.split("/", -1);
            return new Provider.Price(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }

        Budgets.Limit limit() {
            return new Budgets.Limit(dailyTokens, Math.round(dailyCost * 1_000_000));
        }
    }
}
