/** What a customer's message is about. */
@NullMarked
package io.tillflow.models.support;

import org.jspecify.annotations.NullMarked;
