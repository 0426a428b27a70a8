/** Steps of an order that staff do themselves, under the same effect keys as the automation. */
@NullMarked
package io.tillflow.connectors.byhand;

import org.jspecify.annotations.NullMarked;
