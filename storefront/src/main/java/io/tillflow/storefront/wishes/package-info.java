/** What somebody would like, in this browser or in every one where they are signed in. */
@NullMarked
package io.tillflow.storefront.wishes;

import org.jspecify.annotations.NullMarked;
