package io.tillflow.launcher.demo.plan;

/** So many of one article. */
public record Wish(Article article, int quantity) {
    public Wish {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1, was " + quantity);
        }
    }

    long worth() {
        return article.price() * quantity;
    }
}
