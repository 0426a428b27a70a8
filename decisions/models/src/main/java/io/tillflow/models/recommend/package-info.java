/** What goes well with what is in the basket. */
@NullMarked
package io.tillflow.models.recommend;

import org.jspecify.annotations.NullMarked;
