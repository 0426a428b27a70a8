/** What shoppers do, kept only for those who agreed, for a while. */
@NullMarked
package io.tillflow.storefront.events;

import org.jspecify.annotations.NullMarked;
