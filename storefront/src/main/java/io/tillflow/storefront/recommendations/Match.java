package io.tillflow.storefront.recommendations;

import io.tillflow.storefront.catalogue.Product;

/**
 * A product to show, with its evidence.
 *
 * @param orders in how many orders it was counted beside one of those asked for; 0 when a model learned it otherwise
 */
public record Match(Product product, int orders) {}
