package io.tillflow.exporter.generate;

import io.tillflow.exporter.generate.ShopProcess.Kind;
import io.tillflow.exporter.generate.ShopProcess.Step;
import io.tillflow.exporter.projection.HistoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One instance from its start to its end, to now, or to where it got stuck. */
final class MadeUpInstance {

    private static final int STUCK_IN_A_THOUSAND = 6;
    private static final int NEVER_MENDED_IN_A_HUNDRED = 4;
    private static final int CANCELLED_IN_A_HUNDRED = 4;
    private static final int REVIEWED_IN_A_HUNDRED = 5;

    private final ShopProcess process;
    private final int version;
    private final long definition;
    private final CopyRows rows;
    private final Keys keys;
    private final RandomGenerator random;
    private final Instant now;
    private final long instance;
    private final String businessKey;
    private final MadeUpFacts facts;
    private @Nullable Instant ended;
    private String state = "ACTIVE";
    private int openIncidents;
    private @Nullable Scope scope;

    /** A sub-process that the instance is in. */
    private record Scope(Step step, long key, Instant entered) {}

    MadeUpInstance(Definitions.Version deployed, CopyRows rows, Keys keys, MadeUpHistory.World world) {
        this.process = deployed.process();
        this.version = deployed.version();
        this.definition = deployed.key();
        this.rows = rows;
        this.keys = keys;
        this.random = world.random();
        this.now = world.now();
        this.instance = keys.key();
        this.businessKey = "R-" + (10_000_000 + random.nextInt(80_000_000));
        this.facts = new MadeUpFacts(deployed, instance, businessKey, rows, keys, random);
    }

    void liveFrom(Instant started) {
        facts.variables(started);
        Instant time = started;
        @Nullable Step last = null;
        for (Step step : process.steps()) {
            if (step.kind() == Kind.REVIEW && random.nextInt(100) >= REVIEWED_IN_A_HUNDRED) {
                continue;
            }
            if (last != null && last.kind() != Kind.SCOPE && step.kind() != Kind.SCOPE_END) {
                rows.add(HistoryTable.SEQUENCE_FLOW, instance, keys.position(), ShopProcess.flowTo(step), time);
            }
            last = step;
            Instant left = enter(step, time);
            if (left == null) {
                break;
            }
            time = left;
        }
        if (scope != null) {
            close(ended);
        }
        instance(started);
    }

    private @Nullable Instant enter(Step step, Instant time) {
        switch (step.kind()) {
            case SCOPE -> scope = new Scope(step, keys.key(), time);
            case SCOPE_END -> close(time);
            default -> {
                return pass(step, time);
            }
        }
        return time;
    }

    /** Ends the sub-process, or leaves it open with what is still in it. */
    private void close(@Nullable Instant left) {
        Scope closed = java.util.Objects.requireNonNull(scope);
        scope = null;
        String how = left == null ? "ACTIVE" : ended == null ? "COMPLETED" : "TERMINATED";
        rows.add(
                HistoryTable.ELEMENT_INSTANCE,
                closed.key(),
                instance,
                definition,
                closed.step().id(),
                Kind.SCOPE.elementType(),
                instance,
                how,
                closed.entered(),
                left);
    }

    private void instance(Instant started) {
        rows.add(
                HistoryTable.ELEMENT_INSTANCE,
                instance,
                instance,
                definition,
                process.id(),
                "PROCESS",
                null,
                state.equals("CANCELLED") ? "TERMINATED" : state,
                started,
                ended);
        rows.add(
                HistoryTable.PROCESS_INSTANCE,
                instance,
                definition,
                process.id(),
                version,
                state,
                businessKey,
                started,
                ended,
                null,
                null,
                openIncidents,
                null);
    }

    /** Goes through a step; null when the instance is still in it, or was cancelled there. */
    private @Nullable Instant pass(Step step, Instant entered) {
        Instant left = entered.plus(stay(step));
        boolean failed = step.kind() == Kind.JOB && random.nextInt(1_000) < STUCK_IN_A_THOUSAND;
        boolean stuck = failed && random.nextInt(100) < NEVER_MENDED_IN_A_HUNDRED;
        Instant mended = failed && !stuck ? left.plus(Duration.ofMinutes(20L + random.nextInt(900))) : left;
        boolean waits = stuck || mended.isAfter(now);
        left = mended;
        boolean cancelled = step.kind() == Kind.MESSAGE && !waits && random.nextInt(100) < CANCELLED_IN_A_HUNDRED;
        long element = keys.key();
        rows.add(
                HistoryTable.ELEMENT_INSTANCE,
                element,
                instance,
                definition,
                step.id(),
                step.kind().elementType(),
                scope == null ? instance : scope.key(),
                waits ? "ACTIVE" : cancelled ? "TERMINATED" : "COMPLETED",
                entered,
                waits ? null : left);
        Visit visit = new Visit(step, element, entered, waits ? null : left, failed);
        facts.describe(visit, cancelled);
        if (failed && waits) {
            openIncidents++;
        }
        if (cancelled || (!waits && scope == null && step.kind() == Kind.END)) {
            state = cancelled ? "CANCELLED" : "COMPLETED";
            ended = left;
        }
        return waits || cancelled ? null : left;
    }

    /** Most pass in about the usual time, few take many times as long. */
    private Duration stay(Step step) {
        double minutes = step.minutes() * Math.exp(random.nextGaussian() * 0.8);
        return Duration.ofNanos((long) (minutes * 60e9));
    }

    /** One stay in a step. */
    record Visit(
            Step step,
            long element,
            Instant entered,
            @Nullable Instant left,
            boolean failed) {}
}
