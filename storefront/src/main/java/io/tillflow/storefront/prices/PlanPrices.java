package io.tillflow.storefront.prices;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.prices.PricePlan.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins planned prices when their time comes and takes them back when it is over. */
@Service
public class PlanPrices {
    private static final Logger log = LoggerFactory.getLogger(PlanPrices.class);
    private static final String SCHEDULE = "schedule";

    private final PricePlans plans;
    private final Prices prices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlanPrices(PricePlans plans, Prices prices, TransactionTemplate transaction, Clock clock) {
        this.plans = plans;
        this.prices = prices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of planning a price. */
    public sealed interface Answer {
        /** It is planned; asked again with the same id it is the same plan. */
        record Planned(PricePlan plan) implements Answer {}

        /** It cannot be, in words for the merchant. */
        record Refused(String why) implements Answer {}

        /** This id stands for another price already, of another variant or another sum. */
        record Used(PricePlan plan) implements Answer {}

        /** There is no such variant. */
        record Unknown() implements Answer {}
    }

    /** One whose time has come holds at once; what is over by then is taken back before. */
    public Answer plan(PricePlan wanted) {
        moveOn(plans.over(wanted.sku(), wanted.currency(), clock.instant()));
        return transaction.execute(status -> {
            if (plans.lockPrice(wanted.sku(), wanted.currency()).isEmpty()) {
                return new Answer.Unknown();
            }
            Optional<PricePlan> known = plans.find(wanted.id());
            if (known.isPresent()) {
                return again(known.get(), wanted);
            }
            Instant ends = wanted.endsAt();
            if (ends != null && !ends.isAfter(clock.instant())) {
                return new Answer.Refused("That time is over already.");
            }
            Optional<PricePlan> other = plans.overlapping(wanted);
            if (other.isPresent()) {
                return new Answer.Refused("Another price is planned for a part of that time, from "
                        + other.get().startsAt() + " on: cancel that first.");
            }
            if (!plans.insert(wanted)) {
                return again(plans.find(wanted.id()).orElseThrow(), wanted);
            }
            boolean begun = moveOn(wanted, clock.instant());
            return new Answer.Planned(begun ? plans.find(wanted.id()).orElseThrow() : wanted);
        });
    }

    private static Answer again(PricePlan known, PricePlan wanted) {
        boolean same = known.sku().equals(wanted.sku())
                && known.currency().equals(wanted.currency())
                && known.price() == wanted.price();
        return same ? new Answer.Planned(known) : new Answer.Used(known);
    }

    /** One that runs ends now. Answers it as it is then; nothing for an unknown one. */
    public Optional<PricePlan> cancel(UUID id) {
        return transaction.execute(status -> {
            Optional<PricePlan> found = plans.lock(id);
            found.ifPresent(plan -> {
                if (plan.state() == State.RUNNING) {
                    giveBack(plan);
                }
                if (plan.state() == State.RUNNING || plan.state() == State.PLANNED) {
                    plans.move(id, State.CANCELLED);
                }
            });
            return plans.find(id);
        });
    }

    @Scheduled(fixedDelayString = "${shop.sweep-every:3s}")
    void look() {
        try {
            apply();
        } catch (DataAccessException | TransactionException e) {
            log.debug("planned prices wait until the database is back", e);
        }
    }

    /** Takes back what is over, then begins what is due; answers how many plans moved on. */
    public int apply() {
        return moveOn(plans.due(clock.instant()));
    }

    private int moveOn(List<UUID> ids) {
        int moved = 0;
        for (UUID id : ids) {
            Boolean did = transaction.execute(status ->
                    plans.lock(id).map(plan -> moveOn(plan, clock.instant())).orElse(false));
            moved += Boolean.TRUE.equals(did) ? 1 : 0;
        }
        return moved;
    }

    private boolean moveOn(PricePlan plan, Instant now) {
        Instant ends = plan.endsAt();
        boolean over = ends != null && !now.isBefore(ends);
        return switch (plan.state()) {
            case RUNNING -> over && end(plan);
            case PLANNED -> !now.isBefore(plan.startsAt()) && (over ? miss(plan) : begin(plan));
            case DONE, CANCELLED -> false;
        };
    }

    private boolean begin(PricePlan plan) {
        PricePlans.Standing before =
                plans.lockPrice(plan.sku(), plan.currency()).orElseThrow();
        set(plan, plan.price(), plan.why(), plan.author());
        plans.begin(plan.id(), plan.endsAt() == null ? State.DONE : State.RUNNING, before);
        return true;
    }

    private boolean end(PricePlan plan) {
        giveBack(plan);
        plans.move(plan.id(), State.DONE);
        return true;
    }

    /** The shop was down all the time that it was for. */
    private boolean miss(PricePlan plan) {
        log.warn("the price planned for {} until {} never held: the shop was not running", plan.sku(), plan.endsAt());
        plans.move(plan.id(), State.DONE);
        return true;
    }

    /** Unless somebody set another price meanwhile, which then stays. */
    private void giveBack(PricePlan plan) {
        PricePlans.Standing now = plans.lockPrice(plan.sku(), plan.currency()).orElseThrow();
        Long before = plan.before();
        if (before == null || now.follows() || now.price() != plan.price()) {
            return;
        }
        if (plan.followed()) {
            prices.follow(plan.sku(), plan.currency(), SCHEDULE);
        } else {
            set(plan, before, PriceReason.NONE, SCHEDULE);
        }
    }

    private void set(PricePlan plan, long price, PriceReason why, String by) {
        if (plan.currency().equals(Money.BASE)) {
            prices.change(plan.sku(), price, why, by);
        } else {
            prices.fix(plan.sku(), plan.currency(), price, why, by);
        }
    }
}
