package io.tillflow.storefront.support;

import io.tillflow.models.message.Deadline;
import io.tillflow.models.message.Finding;
import io.tillflow.models.message.Finding.Kind;
import io.tillflow.models.message.Findings;
import io.tillflow.models.message.Languages;
import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Customers;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.support.SupportMessage.Author;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what a shopper wrote: the automation hears small facts of it, the people who answer see what it names. */
@Service
public class MessageReading {
    private static final Duration LATELY = Duration.ofDays(14);
    private static final int MOST_ORDERS = 5;

    private static final Set<OrderState> WAITING = EnumSet.of(OrderState.AWAITING_PAYMENT, OrderState.AWAITING_STOCK);

    private final Orders orders;
    private final Customers customers;
    private final Conversations conversations;
    private final MessageTopic topics;
    private final ShopSettings settings;
    private final Clock clock;

    MessageReading(
            Orders orders,
            Customers customers,
            Conversations conversations,
            MessageTopic topics,
            ShopSettings settings,
            Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.conversations = conversations;
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What an automation may know of a question; no word of it and nothing that names a person.
     *
     * @param language of the message, or "unknown"
     * @param answerIn the shop's language to answer in: the message's where the shop speaks it, else the order's
     * @param sign what its words warn of: danger, legal, chargeback, crime or none
     * @param daysLeft until a day by which something is needed; null when none is named
     * @param daysLate since the day the parcel was promised for, while it is not there
     * @param messages how many the shopper wrote about the order within two weeks
     * @param orderTotal in minor units of {@code currency}, which is the shop's own whatever the order's is
     * @param names kinds of things it names
     * @param otherOrders numbers of other orders of the same shopper that it names
     */
    public record Facts(
            String language,
            double languageProbability,
            String answerIn,
            String sign,
            boolean insists,
            @Nullable Integer daysLeft,
            int daysLate,
            int messages,
            long orderTotal,
            String currency,
            OrderState orderState,
            List<String> names,
            List<String> otherOrders) {}

    /**
     * What the people who answer see beside the conversation.
     *
     * @param otherOrders of the same shopper
     * @param ordersOfOthers how many it names that are somebody else's
     */
    public record Reading(
            String language,
            double languageProbability,
            List<Found> found,
            List<NamedOrder> otherOrders,
            int ordersOfOthers) {}

    /** Something a message names, where in it. */
    public record Found(UUID messageId, Kind kind, int from, int to, String text, String value) {}

    /** Another order that there is. */
    public record NamedOrder(UUID id, String number) {}

    private record Others(List<NamedOrder> own, int foreign) {}

    private record Read(SupportMessage message, LocalDate written, List<Finding> findings) {}

    public Optional<Facts> facts(UUID requestId) {
        return conversations.find(requestId).map(request -> {
            Order order = orders.find(request.orderId()).orElseThrow();
            List<Read> read = read(request, order);
            String words = words(read);
            Languages.Guess guess = Languages.of(words);
            LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
            OptionalInt left = daysLeft(read, today);
            return new Facts(
                    guess.code(),
                    guess.probability(),
                    Language.of(guess.code()).orElse(order.language()).code(),
                    topics.sign(words),
                    request.urgent() || topics.urgent(words),
                    left.isPresent() ? left.getAsInt() : null,
                    daysLate(order, today),
                    lately(order),
                    order.worth(),
                    Money.BASE,
                    order.state(),
                    kinds(read),
                    others(read, order).own().stream().map(NamedOrder::number).toList());
        });
    }

    public Reading reading(SupportRequest request) {
        Order order = orders.find(request.orderId()).orElseThrow();
        List<Read> read = read(request, order);
        Languages.Guess guess = Languages.of(words(read));
        List<Found> found = new ArrayList<>();
        for (Read one : read) {
            one.findings()
                    .forEach(it -> found.add(
                            new Found(one.message().id(), it.kind(), it.from(), it.to(), it.text(), it.value())));
        }
        Others others = others(read, order);
        return new Reading(guess.code(), guess.probability(), found, others.own(), others.foreign());
    }

    private List<Read> read(SupportRequest request, Order order) {
        List<Findings.Article> articles = order.lines().stream()
                .map(line -> new Findings.Article(line.sku(), line.name()))
                .toList();
        return conversations.of(request.orderId()).stream()
                .filter(it -> it.requestId().equals(request.id()) && it.author() == Author.SHOPPER)
                .map(it -> {
                    LocalDate written = LocalDate.ofInstant(it.writtenAt(), settings.zone());
                    return new Read(it, written, Findings.in(it.body(), written, articles));
                })
                .toList();
    }

    private static String words(List<Read> read) {
        return read.stream().map(it -> it.message().body()).collect(Collectors.joining("\n"));
    }

    private static List<String> kinds(List<Read> read) {
        return read.stream()
                .flatMap(it -> it.findings().stream())
                .map(it -> it.kind().name())
                .distinct()
                .sorted()
                .toList();
    }

    private static OptionalInt daysLeft(List<Read> read, LocalDate today) {
        return read.stream()
                .flatMapToInt(it -> Deadline.daysLeft(it.message().body(), it.findings(), it.written()).stream()
                        .map(days -> days - (int) ChronoUnit.DAYS.between(it.written(), today)))
                .filter(days -> days >= 0)
                .min();
    }

    /** What waits for its payment, or for stock that was sold out, is no parcel that is late; the rules have answers for both. */
    private static int daysLate(Order order, LocalDate today) {
        boolean awaited = order.state() != OrderState.DELIVERED
                && !WAITING.contains(order.state())
                && !order.state().finished()
                && !order.givenUp();
        return awaited ? (int) Math.max(0, ChronoUnit.DAYS.between(order.promisedOn(), today)) : 0;
    }

    private int lately(Order order) {
        Instant since = clock.instant().minus(LATELY);
        return conversations.written(order.id(), since);
    }

    private Others others(List<Read> read, Order own) {
        Map<Boolean, List<NamedOrder>> bySameShopper = read.stream()
                .flatMap(it -> it.findings().stream())
                .filter(it -> it.kind() == Kind.ORDER && !it.value().equals(own.number()))
                .map(Finding::value)
                .distinct()
                .limit(MOST_ORDERS)
                .flatMap(number -> orders.byNumber(number).stream())
                .map(order -> new NamedOrder(order.id(), order.number()))
                .collect(Collectors.partitioningBy(it -> customers.sameShopper(own.id(), it.id())));
        return new Others(
                bySameShopper.getOrDefault(true, List.of()),
                bySameShopper.getOrDefault(false, List.of()).size());
    }
}
