package io.tillflow.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Output of {@link JobType#COMMERCE_READ_SUPPORT}: small facts; the words and what names a person stay in the shop. */
public record SupportRead(
        @Field(label = "Language", help = "Of what was written, as en or de; unknown when that is not sure.")
        String language,

        @Field(label = "Language's probability", help = "0 to 1, among the ten languages that are told apart.")
        double languageProbability,

        @Field(label = "Answer in", help = "The shop's language to answer in: the message's, else the order's.")
        String answerIn,

        @Field(label = "Warns of", help = "danger, legal, chargeback, crime or none, by the words of the shop's table.")
        String sign,

        @Field(label = "Insists", help = "Whether its words say that it cannot wait.")
        boolean insists,

        @Field(label = "Days left", help = "Until a day by which something is needed; null when none is named.")
        @Nullable
        Integer daysLeft,

        @Field(label = "Days late", help = "Since the day the parcel was promised for, while it is not there.")
        int daysLate,

        @Field(label = "Messages", help = "How many the shopper wrote about the order within two weeks.")
        int messages,

        @Field(label = "Order's total", help = "In minor units of the currency.")
        long orderTotal,

        @Field(label = "Currency") String currency,
        @Field(label = "Order's state") String orderState,

        @Field(
                label = "Names",
                help = "Kinds of what it names: ORDER, ARTICLE, EMAIL, PHONE, TRACKING, MONEY, DATE, POSTCODE.")
        List<String> names,

        @Field(label = "Other orders", help = "Numbers of other orders it names, of those there are.")
        List<String> otherOrders,

        @Field(
                label = "Reads as",
                help =
                        "What it is about, as the shop's model says; unknown where it is about nothing it knows, none without a model or in a language it does not read.")
        @Nullable
        String topic,

        @Field(label = "Reads so by", help = "How sure the model is, 0 to 1.") @Nullable
        Double topicProbability) {
    /** What there is without a model. */
    public static final String NO_MODEL = "none";

    public SupportRead {
        topic = topic == null ? NO_MODEL : topic;
        topicProbability = topicProbability == null ? 0.0 : topicProbability;
        names = List.copyOf(names);
        otherOrders = List.copyOf(otherOrders);
    }

    /** The same, with what a model says it is about. */
    public SupportRead about(String says, double probability) {
        return new SupportRead(
                language,
                languageProbability,
                answerIn,
                sign,
                insists,
                daysLeft,
                daysLate,
                messages,
                orderTotal,
                currency,
                orderState,
                names,
                otherOrders,
                says,
                probability);
    }
}
