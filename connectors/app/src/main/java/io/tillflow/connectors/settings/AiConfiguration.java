package io.tillflow.connectors.settings;

import io.tillflow.connectors.ai.Ai;
import io.tillflow.connectors.ai.Budgets;
import io.tillflow.connectors.ai.CallBook;
import io.tillflow.connectors.ai.LanguageModel;
import io.tillflow.connectors.ai.Prompts;
import io.tillflow.connectors.ai.Provider;
import io.tillflow.connectors.ai.Replies;
import io.tillflow.connectors.ai.Skill;
import io.tillflow.connectors.ai.langchain.Access;
import io.tillflow.connectors.ai.langchain.LangChainModels;
import io.tillflow.connectors.ai.local.LocalModel;
import io.tillflow.connectors.automations.Days;
import io.tillflow.connectors.guard.Family;
import io.tillflow.connectors.guard.ProviderGuards;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The language models in their order, each behind its guard. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AiSettings.class)
class AiConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    @Bean
    Family aiFamily(AiSettings settings) {
        return new Family("ai", settings.order().getFirst(), AiSettings.KNOWN);
    }

    @Bean
    Prompts prompts(JdbcClient database, Clock clock) {
        return new Prompts(database, clock);
    }

    @Bean
    Budgets aiBudgets(JdbcClient database, Clock clock, Days days, AiSettings settings) {
        return new Budgets(
                database,
                clock,
                days.zone(),
                settings.currency(),
                provider -> settings.of(provider).limit());
    }

    @Bean
    Replies aiReplies(JdbcClient database, AiSettings settings, Clock clock) {
        return new Replies(database, settings.cache(), clock);
    }

    @Bean
    CallBook callBook(JdbcClient database, Clock clock) {
        return new CallBook(database, clock);
    }

    /** What a question passes on its way. */
    record Memory(Prompts prompts, Budgets budgets, Replies replies, CallBook book) {}

    @Bean
    Memory aiMemory(Prompts prompts, Budgets budgets, Replies replies, CallBook book) {
        return new Memory(prompts, budgets, replies, book);
    }

    /** One in this app, whoever asks: it is loaded at the first question and weighs a hundred megabytes. */
    @Bean
    LocalModel localModel() {
        return new LocalModel();
    }

    /** What stands behind a provider. */
    record Behind(LocalModel local, Secrets secrets, ProviderGuards guards) {}

    @Bean
    Behind behindProviders(LocalModel local, Secrets secrets, ProviderGuards guards) {
        return new Behind(local, secrets, guards);
    }

    @Bean
    Ai ai(AiSettings settings, Behind behind, Memory memory) {
        List<Provider> order = settings.order().stream()
                .map(name -> provider(name, settings.of(name), behind))
                .toList();
        return new Ai(order, memory.prompts(), memory.budgets(), memory.replies(), memory.book());
    }

    private static Provider provider(String name, AiSettings.Remote remote, Behind behind) {
        ProviderGuards guards = behind.guards();
        LanguageModel model = guards.around(LanguageModel.class, model(name, remote, behind), guards.of("ai", name));
        return name.equals("local")
                ? LocalModel.provider(model)
                : new Provider(name, remote.model(), false, skills(name, remote), remote.prices(), model);
    }

    private static LanguageModel model(String name, AiSettings.Remote remote, Behind behind) {
        Secrets secrets = behind.secrets();
        return switch (name) {
            case "openai" -> LangChainModels.openAi(access(name, remote, key(name, secrets)));
            case "anthropic" -> LangChainModels.anthropic(access(name, remote, key(name, secrets)));
            case "ollama" -> LangChainModels.ollama(access(name, remote, () -> ""));
            default -> behind.local();
        };
    }

    private static Access access(String name, AiSettings.Remote remote, Supplier<String> key) {
        if (remote.model().isBlank()) {
            throw new IllegalArgumentException("expected the name of a model of " + name
                    + ", but there is none: set TILLFLOW_AI_" + name.toUpperCase(Locale.ROOT) + "_MODEL, or take "
                    + name + " out of TILLFLOW_AI_PROVIDERS");
        }
        return new Access(remote.endpoint(), key, remote.model(), remote.embeddings(), remote.moderation(), CONNECT);
    }

    private static Supplier<String> key(String name, Secrets secrets) {
        SecretName secret = new SecretName(name.toUpperCase(Locale.ROOT) + "_API_KEY");
        return () -> secrets.value(secret, "ai (" + name + ")");
    }

    private static Set<Skill> skills(String name, AiSettings.Remote remote) {
        EnumSet<Skill> skills = EnumSet.allOf(Skill.class);
        if (name.equals("anthropic") || remote.embeddings().isBlank()) {
            skills.remove(Skill.EMBED);
        }
        return skills;
    }
}
