/** Brings the schema up to date, also when the database comes late, and carries notifications. */
@NullMarked
package io.tillflow.storefront.database;

import org.jspecify.annotations.NullMarked;
