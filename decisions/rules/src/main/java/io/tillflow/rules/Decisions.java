package io.tillflow.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.DmnEngine.EvalResult;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;

/** Decision tables ready to be asked; safe for use by many threads. */
public final class Decisions {
    private static final List<String> SHIPPED = List.of(
            "orders/order-timing.dmn",
            "orders/order-risk.dmn",
            "orders/carrier-choice.dmn",
            "orders/return-policy.dmn",
            "orders/dispute-policy.dmn",
            "support/support-urgency.dmn",
            "support/support-topic.dmn",
            "support/support-triage.dmn",
            "marketing/cart-reminder.dmn",
            "intelligence/model-gate.dmn",
            "stock/reorder-policy.dmn",
            "prices/price-guardrails.dmn",
            "prices/markdown-policy.dmn");

    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final Map<String, ParsedDmn> tables = new LinkedHashMap<>();

    private Decisions() {}

    /** The decisions in this jar. */
    public static Decisions shipped() {
        Decisions decisions = new Decisions();
        SHIPPED.forEach(name -> decisions.add(name, read(name)));
        return decisions;
    }

    /** Decisions of a DMN file from elsewhere, as an analyst's draft; refuses what is not valid. */
    public static Decisions of(String name, byte[] dmn) {
        Decisions decisions = new Decisions();
        decisions.add(name, dmn);
        return decisions;
    }

    /** Ids of all decisions that can be asked. */
    public Set<String> ids() {
        return Set.copyOf(tables.keySet());
    }

    /** Decides, or throws {@link DecisionFailed} when the facts break the table; no matching rule is a gap, not a failure. */
    public Decided evaluate(String decisionId, Map<String, ? extends @Nullable Object> facts) {
        ParsedDmn table = tables.get(decisionId);
        if (table == null) {
            throw new IllegalArgumentException("expected one of the decisions " + ids() + ", but got " + decisionId);
        }
        EvalResult answer = right(
                engine.eval(table, decisionId, new LinkedHashMap<>(facts)),
                failed -> new DecisionFailed(decisionId, failed.failure().message()));
        return FeelValues.decided(decisionId, answer);
    }

    private void add(String name, byte[] dmn) {
        ParsedDmn table = right(
                engine.parse(new ByteArrayInputStream(dmn)), failed -> new DecisionFailed(name, failed.message()));
        CollectionConverters.asJava(table.decisionsById()).keySet().forEach(id -> tables.put(id, table));
    }

    private static <L, R> R right(Either<L, R> either, Function<L, DecisionFailed> failure) {
        if (either instanceof Left<L, R> left) {
            throw failure.apply(left.value());
        }
        return ((Right<L, R>) either).value();
    }

    private static byte[] read(String name) {
        try (InputStream dmn = Decisions.class.getResourceAsStream("/models/" + name)) {
            if (dmn == null) {
                throw new IllegalStateException("expected the shipped decision " + name + " on the class path");
            }
            return dmn.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped decision " + name, e);
        }
    }
}
