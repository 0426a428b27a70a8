/** Suppliers behind a service of the shop's own choice that speaks the interface in this module's README. */
@NullMarked
package io.tillflow.connectors.suppliers.rest;

import org.jspecify.annotations.NullMarked;
