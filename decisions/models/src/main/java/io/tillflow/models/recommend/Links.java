package io.tillflow.models.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Finds links in baskets: between the items bought most by a ridge regression of each on all others (Steck's EASE), which
 * discounts what everything is bought with; between the others by how often they are bought together.
 */
final class Links {
    private static final int REGRESSED = 800;
    private static final double RIDGE_A_BASKET = 0.08;
    private static final double MOST_RIDGE = 500;
    private static final double SHRINK = 50;
    private static final int MOST_LINKS = 200;

    private record Link(int target, float weight) {}

    private Links() {}

    static LinkModel learn(Pairs pairs) {
        int n = pairs.items().size();
        List<List<Link>> links = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            links.add(new ArrayList<>());
        }
        int head = Math.min(REGRESSED, n);
        regress(pairs, head, links);
        double all = pairs.baskets();
        pairs.forEach((a, b, count) -> {
            if (b >= head) {
                links.get(a).add(new Link(b, together(count, pairs.count(a), pairs.count(b) / all)));
                links.get(b).add(new Link(a, together(count, pairs.count(b), pairs.count(a) / all)));
            }
        });
        return model(pairs, links);
    }

    /** How much likelier the second is beside the first than anywhere, drawn to nothing when the first is rare. */
    private static float together(int count, int first, double secondAnywhere) {
        return (float) ((count + SHRINK * secondAnywhere) / (first + SHRINK) - secondAnywhere);
    }

    private static void regress(Pairs pairs, int head, List<List<Link>> links) {
        if (head < 2) {
            return;
        }
        RealMatrix gram = new Array2DRowRealMatrix(head, head);
        double ridge = Math.min(MOST_RIDGE, RIDGE_A_BASKET * pairs.baskets());
        for (int i = 0; i < head; i++) {
            gram.setEntry(i, i, pairs.count(i) + ridge);
        }
        pairs.forEach((a, b, count) -> {
            if (b < head) {
                gram.setEntry(a, b, count);
                gram.setEntry(b, a, count);
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

    private static LinkModel model(Pairs pairs, List<List<Link>> links) {
        int n = links.size();
        float[] shares = new float[n];
        int[][] targets = new int[n][];
        float[][] weights = new float[n][];
        for (int i = 0; i < n; i++) {
            shares[i] = (float) pairs.count(i) / pairs.baskets();
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
        return new LinkModel(pairs.items(), shares, targets, weights);
    }
}
