package io.tillflow.connectors.ai;

import io.tillflow.connectors.ai.Outcome.Why;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the models in their order until one answers, within the budgets, without personal data where a text leaves the machine.
 */
public final class Ai {
    private final List<Provider> order;
    private final Prompts prompts;
    private final Budgets budgets;
    private final Replies replies;
    private final CallBook book;

    /** @param order who is asked first, then next */
    public Ai(List<Provider> order, Prompts prompts, Budgets budgets, Replies replies, CallBook book) {
        this.order = List.copyOf(order);
        this.prompts = prompts;
        this.budgets = budgets;
        this.replies = replies;
        this.book = book;
    }

    public List<Provider> order() {
        return order;
    }

    /** Throws {@link ProviderUnavailable} when those that could answer are all away. */
    public Outcome ask(Ask ask) {
        Round round = new Round(ask, prompts.current(ask.prompt()));
        for (Provider provider : order) {
            Optional<Outcome> outcome = round.turn(provider);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return round.nobody();
    }

    /** One question on its way through the models. */
    private final class Round {
        private final Ask ask;
        private final Prompts.Version prompt;
        private final Personal personal = new Personal();
        private final List<String> passedOver = new ArrayList<>();
        private Outcome.@Nullable None refusal;
        private @Nullable ProviderUnavailable away;

        Round(Ask ask, Prompts.Version prompt) {
            this.ask = ask;
            this.prompt = prompt;
        }

        Optional<Outcome> turn(Provider provider) {
            Question question =
                    provider.local() ? ask.question() : ask.question().mapTexts(personal::takeOut);
            Call call = new Call(provider, ask, prompt, personal, List.copyOf(passedOver));
            if (!provider.skills().contains(question.skill())) {
                return pass(new Outcome.None(
                        Why.UNABLE,
                        provider.name() + " cannot " + question.skill().text()));
            }
            Optional<Reply> known = provider.local() ? Optional.empty() : replies.find(provider, prompt, question);
            if (known.isPresent()) {
                book.write(call, CallBook.Result.cached());
                return Optional.of(answered(provider, known.get(), true));
            }
            return asked(provider, question, call);
        }

        private Optional<Outcome> asked(Provider provider, Question question, Call call) {
            Budgets.Reserved reserved =
                    budgets.reserve(provider, question, ask, prompt.text().length());
            if (reserved.refusal() != null) {
                Outcome.None none = new Outcome.None(Why.BUDGET, reserved.refusal());
                book.write(call, CallBook.Result.none(none, Duration.ZERO));
                return pass(none);
            }
            long began = System.nanoTime();
            try {
                Answer answer = provider.language().answer(question, prompt.text(), ask.limits());
                return heard(provider, question, call, new Heard(answer, reserved, began));
            } catch (ProviderUnavailable trouble) {
                budgets.settle(reserved, trouble instanceof TookTooLong ? reserved.expected() : Usage.NONE);
                book.write(call, CallBook.Result.away(trouble, since(began)));
                away = later(away, trouble);
                passedOver.add(provider.name() + ": " + trouble.getMessage());
                return Optional.empty();
            } catch (RuntimeException unexpected) {
                budgets.settle(reserved, reserved.expected());
                throw unexpected;
            }
        }

        private Optional<Outcome> heard(Provider provider, Question question, Call call, Heard heard) {
            switch (heard.answer()) {
                case Answer.Unable unable -> {
                    budgets.settle(heard.reserved(), unable.usage());
                    book.write(call, CallBook.Result.unable(unable.reason(), unable.usage(), since(heard.began())));
                    return pass(new Outcome.None(Why.UNABLE, unable.reason()));
                }
                case Answer.Given given -> {
                    budgets.settle(heard.reserved(), given.usage());
                    List<String> faults = faults(question, given.reply());
                    if (!faults.isEmpty()) {
                        String reason = provider.title() + " answered what does not fit the schema: "
                                + String.join(", ", faults);
                        book.write(call, CallBook.Result.unfit(reason, given.usage(), since(heard.began())));
                        return pass(new Outcome.None(Why.UNFIT, reason));
                    }
                    if (!provider.local()) {
                        replies.keep(provider, prompt, question, given.reply());
                    }
                    book.write(call, CallBook.Result.answered(given.usage(), since(heard.began())));
                    return Optional.of(answered(provider, given.reply(), false));
                }
            }
        }

        private Optional<Outcome> pass(Outcome.None none) {
            refusal = refusal == null || refusal.why() == Why.UNABLE ? none : refusal;
            passedOver.add(none.reason());
            return Optional.empty();
        }

        private Outcome answered(Provider provider, Reply reply, boolean cached) {
            return new Outcome.Answered(reply, provider.title(), cached, passedOver, personal.counts(), personal);
        }

        /** Somebody who was away may answer later; a refusal stays one. */
        Outcome nobody() {
            if (away != null) {
                throw away;
            }
            return new Outcome.None(
                    refusal == null ? Why.UNABLE : refusal.why(),
                    passedOver.isEmpty() ? "no language model is set up" : String.join("; ", passedOver));
        }
    }

    private record Heard(Answer answer, Budgets.Reserved reserved, long began) {}

    private static ProviderUnavailable later(@Nullable ProviderUnavailable before, ProviderUnavailable now) {
        return before == null || before instanceof HeldBack ? now : before;
    }

    private static List<String> faults(Question question, Reply reply) {
        return question instanceof Question.Extract extract && reply instanceof Reply.Fields fields
                ? extract.shape().faults(fields.fields())
                : List.of();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
