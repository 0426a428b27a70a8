package io.tillflow.models.demand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * How to spend a budget on many items so that it earns most: pack by pack, always the one whose next pack earns most for its money, until
 * nothing that earns anything can be paid. A pack left over that would earn more than cheaper ones already chosen takes their place.
 */
public final class Budget {
    private final long money;
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    private long left;

    private Budget(List<Candidate> candidates, long money) {
        this.money = money;
        this.left = money;
        candidates.forEach(candidate -> {
            if (choices.put(candidate.id, new Choice(candidate)) != null) {
                throw new IllegalArgumentException("expected each item once, but got " + candidate.id + " twice");
            }
        });
    }

    /**
     * An item that could be ordered; money in minor units.
     *
     * @param mean units expected until the order after this one arrives
     * @param deviation one standard deviation of that
     * @param there how many are free or under way
     * @param earns one that is sold, above its cost
     * @param loses one that is left over, for keeping it
     * @param most how many may be ordered
     */
    public record Candidate(
            String id,
            double mean,
            double deviation,
            long there,
            long cost,
            double earns,
            double loses,
            long pack,
            long most) {
        public Candidate {
            boolean figures = mean >= 0 && deviation >= 0 && earns >= 0 && loses >= 0;
            if (!figures || !Double.isFinite(mean + deviation + earns + loses)) {
                throw new IllegalArgumentException("expected demand, deviation, gain and loss of at least 0 for " + id
                        + ", but got " + mean + ", " + deviation + ", " + earns + ", " + loses);
            }
            if (cost < 1 || pack < 1 || most < 0) {
                throw new IllegalArgumentException(
                        "expected a cost and packs of at least 1 and a most of at least 0 for " + id + ", but got "
                                + cost + ", " + pack + ", " + most);
            }
        }

        /** What this many more are expected to earn. */
        double worth(long quantity) {
            double before = (double) Math.max(0, there);
            double sold = sold(before + quantity) - sold(before);
            return earns * sold - loses * (quantity - sold);
        }

        /** Of so many there, how many are expected to be sold. */
        private double sold(double stock) {
            if (mean == 0 || stock == 0) {
                return 0;
            }
            if (deviation == 0) {
                return Math.min(mean, stock);
            }
            double shape = mean * mean / (deviation * deviation);
            double scale = mean / shape;
            double enough = new GammaDistribution(shape, scale).cumulativeProbability(stock);
            return mean * new GammaDistribution(shape + 1, scale).cumulativeProbability(stock) + stock * (1 - enough);
        }
    }

    /**
     * What to order of an item.
     *
     * @param worth what these are expected to earn
     */
    public record Order(String id, long quantity, long cost, double worth) {}

    /** @param left of the budget */
    public record Plan(List<Order> orders, long cost, long left, double worth) {
        public Plan {
            orders = List.copyOf(orders);
        }
    }

    private static final class Choice {
        private final Candidate of;
        private long packs;

        Choice(Candidate of) {
            this.of = of;
        }

        private long price() {
            return of.cost * of.pack;
        }

        /** Of one more pack; less with each, since demand has an end. */
        private double next() {
            return (packs + 1) * of.pack > of.most ? 0 : of.worth((packs + 1) * of.pack) - of.worth(packs * of.pack);
        }

        private double last() {
            return of.worth(packs * of.pack) - of.worth((packs - 1) * of.pack);
        }

        private double density() {
            return next() / price();
        }
    }

    /** @param money minor units; nothing is ordered that earns nothing, however much is left */
    public static Plan of(List<Candidate> candidates, long money) {
        if (money < 0) {
            throw new IllegalArgumentException("expected a budget of at least 0, but got " + money);
        }
        Budget budget = new Budget(candidates, money);
        budget.fill();
        while (budget.improve()) {
            budget.fill();
        }
        return budget.plan();
    }

    private void fill() {
        record Next(Choice choice, double density) {}
        PriorityQueue<Next> best = new PriorityQueue<>(Comparator.comparingDouble(next -> -next.density));
        choices.values().stream()
                .filter(choice -> choice.next() > 0)
                .forEach(choice -> best.add(new Next(choice, choice.density())));
        while (!best.isEmpty()) {
            Choice choice = best.remove().choice;
            if (choice.price() <= left) {
                choice.packs++;
                left -= choice.price();
                if (choice.next() > 0) {
                    best.add(new Next(choice, choice.density()));
                }
            }
        }
    }

    /** Puts the pack that is worth most among those too dear in place of cheaper ones, where that earns more. */
    private boolean improve() {
        Optional<Choice> dear = choices.values().stream()
                .filter(choice -> choice.next() > 0 && choice.price() > left && choice.price() <= money)
                .max(Comparator.comparingDouble(Choice::next));
        return dear.isPresent() && improve(dear.get());
    }

    private boolean improve(Choice dear) {
        List<Choice> removed = new ArrayList<>();
        double lost = 0;
        while (left < dear.price() && lost < dear.next()) {
            Optional<Choice> least = choices.values().stream()
                    .filter(choice -> choice.packs > 0 && !choice.of.equals(dear.of))
                    .min(Comparator.comparingDouble(choice -> choice.last() / choice.price()));
            if (least.isEmpty()) {
                break;
            }
            lost += least.get().last();
            least.get().packs--;
            left += least.get().price();
            removed.add(least.get());
        }
        if (left >= dear.price() && dear.next() > lost + 1e-9) {
            dear.packs++;
            left -= dear.price();
            return true;
        }
        removed.forEach(choice -> {
            choice.packs++;
            left -= choice.price();
        });
        return false;
    }

    private Plan plan() {
        List<Order> orders = choices.values().stream()
                .filter(choice -> choice.packs > 0)
                .map(choice -> new Order(
                        choice.of.id,
                        choice.packs * choice.of.pack,
                        choice.packs * choice.price(),
                        choice.of.worth(choice.packs * choice.of.pack)))
                .sorted(Comparator.comparingDouble(Order::worth).reversed().thenComparing(Order::id))
                .toList();
        return new Plan(
                orders,
                money - left,
                left,
                orders.stream().mapToDouble(Order::worth).sum());
    }
}
