package io.tillflow.models.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Finds links in counted baskets: between the items bought most by a ridge regression of each on all others (Steck's EASE), which
 * discounts what everything is bought with; between the others by how often they are bought together.
 */
final class Links {
    private static final int REGRESSED = 800;
    private static final double RIDGE_A_BASKET = 0.08;
    private static final double MOST_RIDGE = 500;
    private static final double SHRINK = 50;
    private static final int MOST_LINKS = 200;
    /** Others were hardly ever bought together, and would only make the model large. */
    private static final int MOST_PAIRS = 400_000;

    private record Link(int target, float weight) {}

    private final Counts counts;
    private final int[] places;
    private final int[] ranks;
    private final List<List<Link>> links = new ArrayList<>();

    private Links(Counts counts) {
        this.counts = counts;
        this.places = counts.places();
        this.ranks = new int[places.length];
        for (int rank = 0; rank < places.length; rank++) {
            ranks[places[rank]] = rank;
            links.add(new ArrayList<>());
        }
    }

    static LinkModel learn(Counts counts) {
        return new Links(counts.keeping(MOST_PAIRS)).learn();
    }

    private LinkModel learn() {
        int head = Math.min(REGRESSED, places.length);
        regress(head);
        double all = counts.baskets();
        counts.forEach((one, other, count) -> {
            int a = ranks[one];
            int b = ranks[other];
            if (Math.max(a, b) >= head) {
                links.get(a).add(new Link(b, together(count, bought(a), bought(b) / all)));
                links.get(b).add(new Link(a, together(count, bought(b), bought(a) / all)));
            }
        });
        return model();
    }

    private double bought(int rank) {
        return counts.bought()[places[rank]];
    }

    /** How much likelier the second is beside the first than anywhere, drawn to nothing when the first is rare. */
    private static float together(double count, double first, double secondAnywhere) {
        return (float) ((count + SHRINK * secondAnywhere) / (first + SHRINK) - secondAnywhere);
    }

    private void regress(int head) {
        if (head < 2) {
            return;
        }
        RealMatrix gram = new Array2DRowRealMatrix(head, head);
        double ridge = Math.min(MOST_RIDGE, RIDGE_A_BASKET * counts.baskets());
        for (int rank = 0; rank < head; rank++) {
            gram.setEntry(rank, rank, bought(rank) + ridge);
        }
        counts.forEach((one, other, count) -> {
            if (Math.max(ranks[one], ranks[other]) < head) {
                gram.setEntry(ranks[one], ranks[other], count);
                gram.setEntry(ranks[other], ranks[one], count);
            }
        });
        RealMatrix inverse = new CholeskyDecomposition(gram).getSolver().getInverse();
        for (int from = 0; from < head; from++) {
            for (int to = 0; to < head; to++) {
                if (from != to) {
                    links.get(from).add(new Link(to, (float) (-inverse.getEntry(from, to) / inverse.getEntry(to, to))));
                }
            }
        }
    }

    private LinkModel model() {
        int n = links.size();
        float[] shares = new float[n];
        int[][] targets = new int[n][];
        float[][] weights = new float[n][];
        List<String> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items.add(counts.items().get(places[i]));
            shares[i] = (float) (bought(i) / counts.baskets());
            List<Link> strongest = links.get(i).stream()
                    .sorted(Comparator.comparingDouble(link -> -Math.abs(link.weight)))
                    .limit(MOST_LINKS)
                    .toList();
            targets[i] = strongest.stream().mapToInt(Link::target).toArray();
            weights[i] = new float[strongest.size()];
            for (int k = 0; k < weights[i].length; k++) {
                weights[i][k] = strongest.get(k).weight;
            }
        }
        return new LinkModel(items, shares, targets, weights, counts);
    }
}
