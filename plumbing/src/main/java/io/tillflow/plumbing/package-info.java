/**
 * How the three applications read rows, find handlers and call other servers. Spring tries the name of a property before
 * the name of its column, and every route before the right one; at some hundred rows and calls an order that is felt.
 */
@NullMarked
package io.tillflow.plumbing;

import org.jspecify.annotations.NullMarked;
