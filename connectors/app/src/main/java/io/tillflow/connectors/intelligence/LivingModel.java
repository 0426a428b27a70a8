package io.tillflow.connectors.intelligence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The models that live in the shop.
 *
 * <p>Each learns from a reporting view of the shop.
 */
enum LivingModel {
    /** What else belongs into a basket. */
    RECOMMENDATION("recommendation", "products that were in the same order", ShopRows.BASKETS, AnswerCases.FOUND),
    /** Who is still there, how often they order and what they are worth. */
    CUSTOMER_VALUE("customer-value", "when each customer ordered, and for how much", ShopRows.PURCHASES, null),
    /** Which orders look like those that people turned away. */
    FRAUD(
            "fraud",
            "what is known of an order when it is placed, and which ones people turned away",
            ShopRows.RISKS,
            AnswerCases.FORESEEN),
    /** How much of each variant will be asked for. */
    DEMAND("demand", "how much of each variant was sold in each week that it could be had", ShopRows.DAYS, null),
    /** How demand answers to the price. */
    PRICE("price", "what the variants sold most cost each week, and how many were sold", ShopRows.OFFERS, null),
    /** What shoppers' questions are about. */
    SUPPORT("support", "the words of questions in English that people sorted", ShopRows.QUESTIONS, AnswerCases.SORTED);

    private final String word;
    private final String features;
    private final ShopRows rows;
    private final @Nullable AnswerCases cases;

    LivingModel(String word, String features, ShopRows rows, @Nullable AnswerCases cases) {
        this.word = word;
        this.features = features;
        this.rows = rows;
        this.cases = cases;
    }

    String word() {
        return word;
    }

    String features() {
        return features;
    }

    /** What it learns from. */
    ShopRows rows() {
        return rows;
    }

    /** Whether the shop asks it about single orders, so that its answers, and those of a version beside it, can be counted. */
    boolean answersOrders() {
        return cases != null;
    }

    /** How its answers are judged by what came of the orders; nothing where it is not asked about single ones. */
    Optional<AnswerCases> cases() {
        return Optional.ofNullable(cases);
    }

    /** Whether the products that are bought are what it learns from. */
    boolean learnsFromBaskets() {
        return this == RECOMMENDATION;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(LivingModel::word).toList();
    }

    static LivingModel named(String word) {
        return Arrays.stream(values())
                .filter(model -> model.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a model that lives in the shop, one of " + words() + ", but got " + word));
    }
}
