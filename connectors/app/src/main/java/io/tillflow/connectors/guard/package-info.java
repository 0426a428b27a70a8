/** What stands between our calls and a provider in trouble: breaker, bulkhead and rate limit, one of each per provider. */
@NullMarked
package io.tillflow.connectors.guard;

import org.jspecify.annotations.NullMarked;
