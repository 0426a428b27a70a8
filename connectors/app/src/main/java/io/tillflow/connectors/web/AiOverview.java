package io.tillflow.connectors.web;

import io.tillflow.connectors.ai.Ai;
import io.tillflow.connectors.ai.Budgets;
import io.tillflow.connectors.ai.CallBook;
import io.tillflow.connectors.ai.CallBook.How;
import io.tillflow.connectors.ai.Provider;
import io.tillflow.connectors.ai.Skill;
import io.tillflow.connectors.automations.Days;
import io.tillflow.connectors.guard.ProviderGuard;
import io.tillflow.connectors.guard.ProviderGuards;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The language models as of now and today. */
@Component
class AiOverview {
    private final Ai ai;
    private final Budgets budgets;
    private final CallBook book;
    private final ProviderGuards guards;
    private final Days days;

    AiOverview(Ai ai, Budgets budgets, CallBook book, ProviderGuards guards, Days days) {
        this.ai = ai;
        this.budgets = budgets;
        this.book = book;
        this.guards = guards;
        this.days = days;
    }

    /**
     * One model and its day.
     *
     * @param micros what it cost today, in millionths of a minor unit; 0 too when nobody said what it costs
     * @param tokensPerDay at most; null for no bound
     */
    record ProviderView(
            String name,
            String model,
            boolean local,
            List<String> skills,
            String health,
            String breaker,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            long answered,
            long cached,
            long notAnswered,
            long tokens,
            long micros,
            @Nullable Long tokensPerDay,
            @Nullable Long microsPerDay,
            boolean priced) {}

    /**
     * All of them.
     *
     * @param routes who is asked for each skill, in that order
     * @param fallbacks answers of today that somebody else should have given
     * @param redacted what was taken out today, by kind
     */
    record View(
            String currency,
            List<ProviderView> providers,
            Map<String, List<String>> routes,
            long answered,
            long cached,
            long fallbacks,
            Map<String, Long> redacted) {}

    View now() {
        List<CallBook.Count> counts = book.counts(days.midnight());
        Map<String, Long> redacted = new LinkedHashMap<>();
        book.redacted(days.midnight()).forEach(kind -> redacted.put(kind.kind(), kind.count()));
        Map<String, List<String>> routes = new LinkedHashMap<>();
        Arrays.stream(Skill.values()).forEach(skill -> routes.put(skill.text(), route(skill)));
        List<Budgets.Spent> spent = budgets.today();
        return new View(
                budgets.currency(),
                ai.order().stream().map(it -> view(it, counts, spent)).toList(),
                routes,
                sum(counts, "", How.ANSWERED),
                sum(counts, "", How.CACHED),
                counts.stream()
                        .filter(it -> it.how() == How.ANSWERED || it.how() == How.CACHED)
                        .mapToLong(CallBook.Count::fallbacks)
                        .sum(),
                redacted);
    }

    private List<String> route(Skill skill) {
        return ai.order().stream()
                .filter(it -> it.skills().contains(skill))
                .map(Provider::name)
                .toList();
    }

    private ProviderView view(Provider provider, List<CallBook.Count> counts, List<Budgets.Spent> spent) {
        ProviderGuard guard = guards.of("ai", provider.name());
        Budgets.Limit limit = budgets.limit(provider.name());
        Budgets.Spent used = spent.stream()
                .filter(it -> it.provider().equals(provider.name()))
                .findFirst()
                .orElse(new Budgets.Spent(provider.name(), 0, 0));
        long answered = sum(counts, provider.name(), How.ANSWERED);
        long cached = sum(counts, provider.name(), How.CACHED);
        return new ProviderView(
                provider.name(),
                provider.model(),
                provider.local(),
                provider.skills().stream().sorted().map(Skill::text).toList(),
                word(guard.health().name()),
                word(guard.breaker()),
                guard.trouble().map(ProviderGuard.Trouble::message).orElse(null),
                guard.trouble().map(ProviderGuard.Trouble::at).orElse(null),
                answered,
                cached,
                sum(counts, provider.name(), How.values()) - answered - cached,
                used.tokens(),
                used.micros(),
                limit.tokens() == 0 ? null : limit.tokens(),
                limit.micros() == 0 ? null : limit.micros(),
                !provider.price().equals(Provider.Price.UNKNOWN));
    }

    private static long sum(List<CallBook.Count> counts, String provider, How... hows) {
        return counts.stream()
                .filter(it -> provider.isEmpty() || it.provider().equals(provider))
                .filter(it -> Arrays.asList(hows).contains(it.how()))
                .mapToLong(CallBook.Count::calls)
                .sum();
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
