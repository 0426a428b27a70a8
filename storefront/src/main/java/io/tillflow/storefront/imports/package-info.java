/** Takes over products, customers and past orders from CSV files, ours or Shopify's. */
@NullMarked
package io.tillflow.storefront.imports;

import org.jspecify.annotations.NullMarked;
