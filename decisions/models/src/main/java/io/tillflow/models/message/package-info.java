/** What can be read out of a shopper's message by its form: what it names, and in which language it is. */
@NullMarked
package io.tillflow.models.message;

import org.jspecify.annotations.NullMarked;
