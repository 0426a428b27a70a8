/** Letters that nobody has to have, about left carts and after orders: what one says, and who wants none. */
@NullMarked
package io.tillflow.storefront.reminders;

import org.jspecify.annotations.NullMarked;
