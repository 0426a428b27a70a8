/** A Shopify store over its Admin API (GraphQL). */
@NullMarked
package io.tillflow.connectors.commerce.shopify;

import org.jspecify.annotations.NullMarked;
