/** The merchant's side of the shop: what staff see and do, by the shop's admin API and in the acting person's name. */
@NullMarked
package io.tillflow.studio.shop;

import org.jspecify.annotations.NullMarked;
