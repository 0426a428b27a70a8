/** Letters about carts that somebody left: what one says, and who wants none. */
@NullMarked
package io.tillflow.storefront.reminders;

import org.jspecify.annotations.NullMarked;
