package io.tillflow.connectors.ai;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each provider may use in a day, exact under many callers: the most that a call could use is taken before it, the rest
 * given back after. A call that a crash interrupts counts as if it had used the most.
 */
public final class Budgets {
    private static final int CHARACTERS_A_TOKEN = 3;
    private static final int FRAME = 300;

    private final JdbcClient database;
    private final Clock clock;
    private final ZoneId zone;
    private final Currency currency;
    private final Function<String, Limit> limits;

    /**
     * @param currency of all prices
     * @param limits what a provider may use, by its name
     */
    public Budgets(JdbcClient database, Clock clock, ZoneId zone, String currency, Function<String, Limit> limits) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.currency = Currency.getInstance(currency);
        this.limits = limits;
    }

    /** What a provider may use in a day; 0 for no bound. */
    public record Limit(long tokens, long micros) {
        public static final Limit NONE = new Limit(0, 0);
    }

    /** What a provider used today, what is under way included. */
    public record Spent(String provider, long tokens, long micros) {}

    /** A day's share, or why there is none. */
    record Reserved(
            Provider provider,
            LocalDate day,
            Usage expected,
            @Nullable String refusal) {}

    public String currency() {
        return currency.getCurrencyCode();
    }

    public Limit limit(String provider) {
        return limits.apply(provider);
    }

    public List<Spent> today() {
        return database.sql("select provider, tokens, micros from connectors.ai_day where day = :day order by provider")
                .param("day", day())
                .query(Spent.class)
                .list();
    }

    Reserved reserve(Provider provider, Question question, Ask ask, int instructions) {
        if (provider.local()) {
            return new Reserved(provider, day(), Usage.NONE, null);
        }
        Usage expected = new Usage(
                FRAME + (question.length() + instructions) / CHARACTERS_A_TOKEN,
                question instanceof Question.Embed ? 0 : ask.limits().longest());
        long micros = provider.price().of(expected);
        if (ask.mostMicros() > 0 && micros > ask.mostMicros()) {
            return new Reserved(provider, day(), expected, refusal(provider, micros, ask.mostMicros()));
        }
        LocalDate day = day();
        return take(provider, day, expected, micros)
                ? new Reserved(provider, day, expected, null)
                : new Reserved(
                        provider,
                        day,
                        expected,
                        "today's budget of " + provider.name() + " is used up, or too small for this call");
    }

    private String refusal(Provider provider, long micros, long most) {
        return "a call of " + provider.title() + " could cost " + money(micros) + ", more than the " + money(most)
                + " it may: shorten the text or the answer, or allow more";
    }

    private String money(long micros) {
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        return BigDecimal.valueOf(micros, 6 + digits).stripTrailingZeros().toPlainString() + " " + currency;
    }

    private boolean take(Provider provider, LocalDate day, Usage expected, long micros) {
        Limit limit = limits.apply(provider.name());
        database.sql("insert into connectors.ai_day (day, provider) values (:day, :provider) on conflict do nothing")
                .param("day", day)
                .param("provider", provider.name())
                .update();
        return database.sql("""
                update connectors.ai_day set tokens = tokens + :tokens, micros = micros + :micros
                 where day = :day and provider = :provider
                   and (:mostTokens = 0 or tokens + :tokens <= :mostTokens) and (:mostMicros = 0 or micros + :micros <= :mostMicros)
                """)
                        .param("day", day)
                        .param("provider", provider.name())
                        .param("tokens", expected.tokens())
                        .param("micros", micros)
                        .param("mostTokens", limit.tokens())
                        .param("mostMicros", limit.micros())
                        .update()
                == 1;
    }

    void settle(Reserved reserved, Usage used) {
        if (reserved.provider().local()) {
            return;
        }
        database.sql("""
                update connectors.ai_day set tokens = tokens + :tokens, micros = micros + :micros where day = :day and provider = :provider
                """)
                .param("day", reserved.day())
                .param("provider", reserved.provider().name())
                .param("tokens", used.tokens() - reserved.expected().tokens())
                .param(
                        "micros",
                        reserved.provider().price().of(used)
                                - reserved.provider().price().of(reserved.expected()))
                .update();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
