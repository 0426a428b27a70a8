package io.tillflow.models.tabular;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One tree of yes-or-no questions, its nodes one after the other, the first asked first.
 *
 * @param column the number that a node asks about; -1 for a leaf
 * @param bound below it the answer is yes
 * @param yes the node that goes on where the number is below the bound
 * @param no the other
 * @param unknown the one where the number is missing
 * @param value of a leaf; of any other node the mean of the leaves below, as often as each was reached in learning
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tree(int[] column, float[] bound, int[] yes, int[] no, int[] unknown, double[] value) {
    private static final int LEAF = -1;

    /** From XGBoost's own account of a tree, with its statistics. */
    static Tree of(JsonNode root) {
        List<JsonNode> nodes = new ArrayList<>();
        collect(root, nodes);
        int n = nodes.stream()
                        .mapToInt(node -> node.get("nodeid").asInt())
                        .max()
                        .orElse(0)
                + 1;
        Tree tree = new Tree(new int[n], new float[n], new int[n], new int[n], new int[n], new double[n]);
        nodes.forEach(tree::take);
        return tree;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        into.add(node);
        node.path("children").forEach(child -> collect(child, into));
    }

    private void take(JsonNode node) {
        int at = node.get("nodeid").asInt();
        value[at] = mean(node);
        column[at] = LEAF;
        if (!node.has("leaf")) {
            column[at] = Integer.parseInt(node.get("split").asString().substring(1));
            bound[at] = (float) node.get("split_condition").asDouble();
            yes[at] = node.get("yes").asInt();
            no[at] = node.get("no").asInt();
            unknown[at] = node.get("missing").asInt();
        }
    }

    private static double mean(JsonNode node) {
        if (node.has("leaf")) {
            return node.get("leaf").asDouble();
        }
        double sum = 0;
        double cover = 0;
        for (JsonNode child : node.get("children")) {
            sum += mean(child) * child.get("cover").asDouble();
            cover += child.get("cover").asDouble();
        }
        return cover == 0 ? 0 : sum / cover;
    }

    /** The value of the leaf that a row comes to; what each question changed is added to its column. */
    double follow(float[] row, double[] added) {
        int at = 0;
        while (column[at] != LEAF) {
            int next = next(row[column[at]], at);
            added[column[at]] += value[next] - value[at];
            at = next;
        }
        return value[at];
    }

    private int next(float x, int at) {
        if (Float.isNaN(x)) {
            return unknown[at];
        }
        return x < bound[at] ? yes[at] : no[at];
    }
}
