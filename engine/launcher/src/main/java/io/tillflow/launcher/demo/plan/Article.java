package io.tillflow.launcher.demo.plan;

/** One thing the shop sells, as its public catalogue shows it. */
public record Article(String sku, String slug, String category, long price, String currency, int available) {
    public Article {
        if (price <= 0) {
            throw new IllegalArgumentException("expected a price above nothing for " + sku + ", but it is " + price);
        }
    }
}
