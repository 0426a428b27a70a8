/** Which articles are low, and what is being bought. How many are bought and from whom, the automation says. */
@NullMarked
package io.tillflow.storefront.supply;

import org.jspecify.annotations.NullMarked;
