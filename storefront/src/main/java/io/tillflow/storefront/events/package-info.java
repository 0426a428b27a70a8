/** What shoppers do, kept only for those who agreed, for a while; and what of it the automation may listen to. */
@NullMarked
package io.tillflow.storefront.events;

import org.jspecify.annotations.NullMarked;
