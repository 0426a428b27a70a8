package io.tillflow.studio.connectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.tillflow.studio.connectors.LanguageModels.Call;
import io.tillflow.studio.connectors.LanguageModels.Model;
import io.tillflow.studio.instances.Pieces;
import io.tillflow.studio.kit.Badge;
import io.tillflow.studio.kit.SimpleTable;
import io.tillflow.studio.kit.State;
import io.tillflow.studio.kit.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Models, their order and their calls as tables. */
final class LanguageModelTables {
    private final Component page;
    private final Clock clock;

    LanguageModelTables(Component page, Clock clock) {
        this.page = page;
        this.clock = clock;
    }

    SimpleTable models(LanguageModels now) {
        SimpleTable table =
                table("lm.model", "lm.health", "lm.answered", "lm.cached", "lm.not", "lm.tokens", "lm.cost");
        now.providers()
                .forEach(model -> table.row(
                        name(model),
                        health(model),
                        figure(model.answered()),
                        model.local() ? Pieces.text(words("lm.none"), "dim") : figure(model.cached()),
                        figure(model.notAnswered()),
                        tokens(model),
                        cost(model, now.currency())));
        return table;
    }

    private Component name(Model model) {
        Div name = new Div(
                Pieces.text(model.name(), "strong"),
                Pieces.text(" " + model.model(), "mono", "dim"),
                Pieces.block(words(model.local() ? "lm.local" : "lm.remote"), "meta"));
        return name;
    }

    private Component health(Model model) {
        State state = switch (model.health()) {
            case "up" -> State.COMPLETED;
            case "troubled" -> State.DRAFT;
            default -> State.INCIDENT;
        };
        Div health = new Div(new Badge(state, words("connectors.health." + model.health())));
        if (model.lastError() != null && model.lastErrorAt() != null) {
            health.add(
                    Pieces.block(model.lastError(), "trouble", "meta"),
                    Times.ago(
                            model.lastErrorAt(),
                            clock,
                            page.getUI().map(ui -> ui.getLocale()).orElse(java.util.Locale.ENGLISH)));
        }
        return health;
    }

    private Component tokens(Model model) {
        if (model.local()) {
            return Pieces.text(words("lm.none"), "dim");
        }
        return Pieces.text(
                model.tokensPerDay() == null
                        ? number(model.tokens())
                        : page.getTranslation("lm.of", number(model.tokens()), number(model.tokensPerDay())),
                "num");
    }

    private Component cost(Model model, String currency) {
        if (model.local() || !model.priced()) {
            return Pieces.text(words(model.local() ? "lm.none" : "lm.unpriced"), "dim");
        }
        String spent = money(model.micros(), currency);
        return Pieces.text(
                model.microsPerDay() == null
                        ? spent
                        : page.getTranslation("lm.of", spent, money(model.microsPerDay(), currency)),
                "num");
    }

    SimpleTable routes(LanguageModels now) {
        SimpleTable table = table("lm.skill", "lm.asked");
        now.routes()
                .forEach((skill, models) -> table.row(
                        Pieces.text(words("lm.skill." + skill)),
                        Pieces.text(models.isEmpty() ? words("lm.nobody") : String.join(" → ", models), "mono")));
        return table;
    }

    Component calls(List<Call> calls, String currency) {
        if (calls.isEmpty()) {
            return Pieces.block(words("lm.calls.empty"), "meta");
        }
        SimpleTable table =
                table("lm.when", "lm.caller", "lm.skill", "lm.model", "lm.how", "lm.tokens", "lm.took", "lm.taken");
        calls.forEach(call -> table.row(
                Pieces.ago(call.at()),
                Pieces.text(call.caller(), "meta"),
                new Div(Pieces.text(words("lm.skill." + call.skill())), Pieces.block(call.prompt(), "mono", "dim")),
                Pieces.text(call.provider() + " " + call.model(), "mono"),
                how(call),
                Pieces.text(
                        number(call.tokensIn() + call.tokensOut())
                                + (call.micros() == 0 ? "" : " · " + money(call.micros(), currency)),
                        "num"),
                Pieces.text(number(call.millis()) + " ms", "num"),
                Pieces.text(taken(page, call.redacted()), "meta")));
        return table;
    }

    private Component how(Call call) {
        State state = switch (call.how()) {
            case "ANSWERED", "CACHED" -> State.COMPLETED;
            case "AWAY" -> State.INCIDENT;
            default -> State.DRAFT;
        };
        Div how = new Div(new Badge(state, words("lm.how." + call.how())));
        if (call.note() != null) {
            how.add(Pieces.block(call.note(), "meta", "trouble"));
        }
        return how;
    }

    /** {@code 2 e-mail, 1 phone}, or that there was nothing. */
    static String taken(Component page, Map<String, ? extends Number> redacted) {
        String all = redacted.entrySet().stream()
                .map(kind -> kind.getValue() + " " + page.getTranslation("lm.kind." + kind.getKey()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? page.getTranslation("lm.nothing") : all;
    }

    private SimpleTable table(String... keys) {
        return new SimpleTable(java.util.Arrays.stream(keys).map(this::words).toArray(String[]::new));
    }

    private Component figure(long value) {
        return Pieces.text(number(value), value == 0 ? "dim" : "num");
    }

    private static String number(long value) {
        return String.format("%,d", value);
    }

    private static String money(@Nullable Long micros, String currency) {
        int digits = Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        return BigDecimal.valueOf(micros == null ? 0 : micros, 6 + digits).setScale(digits + 2, RoundingMode.HALF_UP)
                + " " + currency;
    }

    private String words(String key) {
        return page.getTranslation(key);
    }
}
