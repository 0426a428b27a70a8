/** Short words that a process tells a shopper in the shop itself. */
@NullMarked
package io.tillflow.storefront.notices;

import org.jspecify.annotations.NullMarked;
