/** What every family of connectors shares: effect keys, the passing kind of failure, money and pages of a list. */
@NullMarked
package io.tillflow.connectors.provider;

import org.jspecify.annotations.NullMarked;
