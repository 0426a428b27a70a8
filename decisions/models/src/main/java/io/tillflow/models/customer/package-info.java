/** What a customer will still buy, and whether he has gone. */
@NullMarked
package io.tillflow.models.customer;

import org.jspecify.annotations.NullMarked;
