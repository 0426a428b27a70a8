package io.tillflow.studio.shop;

import io.tillflow.models.price.PriceProposal;
import io.tillflow.models.price.PriceProposal.Situation;
import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.models.Shelf;
import io.tillflow.studio.security.CurrentUser;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.shop.PriceAnswers.Answer;
import io.tillflow.studio.shop.PriceProposals.Proposed;
import io.tillflow.studio.shop.PriceProposals.Silent;
import io.tillflow.studio.shop.PriceProposals.Why;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Proposes prices within the guardrails; a person accepts or refuses each, and nothing changes by itself. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class ProposalDesk {
    private static final Duration WAIT = Duration.ofDays(28);

    private final Wire wire;
    private final Shelf shelf;
    private final PriceDesk prices;
    private final Refusals refusals;
    private final Audit audit;
    private final CurrentUser user;
    private final Clock clock;

    ProposalDesk(
            Wire wire, Shelf shelf, PriceDesk prices, Refusals refusals, Audit audit, CurrentUser user, Clock clock) {
        this.wire = wire;
        this.shelf = shelf;
        this.prices = prices;
        this.refusals = refusals;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** What should earn most more first is on top. */
    PriceProposals proposals() {
        PriceAnswers answers = wire.get("/registry/price/answers", PriceAnswers.class);
        Bounds bounds = Bounds.of(shelf);
        PriceAnswers.Run run = answers.run();
        if (run == null) {
            return new PriceProposals(null, null, bounds.version(), List.of(), List.of());
        }
        Instant since = clock.instant().minus(WAIT);
        Set<String> refused = refusals.since(since);
        List<Proposed> items = new ArrayList<>();
        List<Silent> silent = new ArrayList<>();
        for (Answer offer : answers.items()) {
            Optional<Why> why = hindrance(offer, since, refused.contains(offer.sku()));
            Optional<Bounds.Says> says = bounds.of(offer);
            Optional<Proposed> proposed = why.isPresent()
                    ? Optional.empty()
                    : says.filter(Bounds.Says::propose).flatMap(it -> proposed(offer, it));
            proposed.ifPresentOrElse(
                    items::add,
                    () -> silent.add(new Silent(
                            offer.sku(),
                            offer.name(),
                            offer.variant(),
                            why.orElseGet(() -> says.map(it -> it.propose() ? Why.NOTHING_PAYS : Why.NOT_WANTED)
                                    .orElse(Why.NO_RULE)))));
        }
        return new PriceProposals(run.version(), run.asOf(), bounds.version(), items, silent);
    }

    private static Optional<Why> hindrance(Answer offer, Instant since, boolean refused) {
        Instant changed = offer.changedAt();
        if (offer.planned()) {
            return Optional.of(Why.PLANNED);
        }
        if (changed != null && changed.isAfter(since)) {
            return Optional.of(Why.CHANGED_LATELY);
        }
        if (refused) {
            return Optional.of(Why.REFUSED);
        }
        return offer.elasticity() >= 0 ? Optional.of(Why.NO_ANSWER) : Optional.empty();
    }

    private static Optional<Proposed> proposed(Answer offer, Bounds.Says says) {
        long cost = Math.clamp(Math.round(offer.price() * says.costShare()), 0, offer.price());
        return PriceProposal.of(
                        new Situation(offer.price(), cost, offer.elasticity(), offer.error()), says.guardrails())
                .map(it -> new Proposed(
                        offer.sku(),
                        offer.name(),
                        offer.variant(),
                        offer.price(),
                        it.price(),
                        offer.weeklyUnits(),
                        offer.elasticity(),
                        offer.error(),
                        it.unitsChange(),
                        it.profitChange(),
                        it.profitChangeAtWorst(),
                        it.profitChangeAtBest(),
                        says.costShare()));
    }

    /** It becomes a price plan from now on; what is not proposed any more is refused, and twice plans once. */
    PriceProposals accept(String sku, long price) {
        Proposed wanted = required(sku, price);
        String name = "proposal " + sku + " " + wanted.price() + " " + price + " "
                + clock.instant().getEpochSecond() / WAIT.toSeconds();
        prices.plan(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                sku,
                new PriceDesk.Wanted(price, null, null, null, null, null));
        audit.record(
                "price.proposal-accepted",
                "price/" + sku,
                Map.of("price", wanted.price()),
                Map.of("price", price, "profitChange", wanted.profitChange()));
        return proposals();
    }

    /** It is not proposed again for four weeks. */
    PriceProposals refuse(String sku, long price, String reason) {
        required(sku, price);
        refusals.add(sku, price, reason, user.name(), clock.instant());
        audit.record("price.proposal-refused", "price/" + sku, null, Map.of("price", price, "reason", reason));
        return proposals();
    }

    private Proposed required(String sku, long price) {
        return proposals().items().stream()
                .filter(it -> it.sku().equals(sku) && it.proposed() == price)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "expected " + price + " to be proposed for " + sku + ", but by now it is not: look again"));
    }
}
