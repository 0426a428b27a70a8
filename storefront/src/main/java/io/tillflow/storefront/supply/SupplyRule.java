package io.tillflow.storefront.supply;

/**
 * How an article is kept in supply.
 *
 * @param lowAt it is low from so many free ones down
 * @param upTo so many the shop wants at most
 * @param pack so many are bought together
 * @param supplier from whom; blank where the automation's table chooses
 */
public record SupplyRule(String sku, int lowAt, int upTo, int pack, String supplier) {
    private static final int MOST = 1_000_000;

    public SupplyRule {
        if (lowAt < 0 || lowAt > MOST) {
            throw new IllegalArgumentException("low from must be between 0 and " + MOST + ", was " + lowAt);
        }
        if (upTo <= lowAt || upTo > MOST) {
            throw new IllegalArgumentException(
                    "fill up to must be more than " + lowAt + " and at most " + MOST + ", was " + upTo);
        }
        if (pack < 1 || pack > MOST) {
            throw new IllegalArgumentException("pack must be between 1 and " + MOST + ", was " + pack);
        }
        if (!supplier.matches("[a-z0-9-]{0,60}")) {
            throw new IllegalArgumentException(
                    "supplier must be small letters, digits and -, as the table names them, was '" + supplier + "'");
        }
    }
}
