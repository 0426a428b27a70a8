/** Reads deployed models: the names, the order and the rules that people see in place of ids. */
@NullMarked
package io.tillflow.engine.model;

import org.jspecify.annotations.NullMarked;
