/** Work that waits for people: the inbox, the form and what surrounds it. */
@NullMarked
package io.tillflow.studio.tasks;

import org.jspecify.annotations.NullMarked;
