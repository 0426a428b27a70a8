/** The shop over its REST interface. */
@NullMarked
package io.tillflow.connectors.commerce.rest;

import org.jspecify.annotations.NullMarked;
