package io.tillflow.launcher.demo.proof;

/**
 * Something that the parts of the suite disagree on.
 *
 * @param id the order's number where there is one, else the id of the thing that has no order
 */
public record Violation(Rule rule, String id, String detail) {
    public boolean lost() {
        return rule.kind() == Rule.Kind.LOST;
    }

    public boolean duplicate() {
        return rule.kind() == Rule.Kind.DUPLICATE;
    }
}
