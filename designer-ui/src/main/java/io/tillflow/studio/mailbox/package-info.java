/** The letters the local mail server caught, so that nobody needs a real one to see them. */
@NullMarked
package io.tillflow.studio.mailbox;

import org.jspecify.annotations.NullMarked;
