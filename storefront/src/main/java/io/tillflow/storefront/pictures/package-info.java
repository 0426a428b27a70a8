/** Pictures that merchants bring: looked into, made anew, kept in a few widths. */
@NullMarked
package io.tillflow.storefront.pictures;

import org.jspecify.annotations.NullMarked;
