/** What shoppers send back. Which returns are accepted, and what happens with them, the automation says. */
@NullMarked
package io.tillflow.storefront.returns;

import org.jspecify.annotations.NullMarked;
