/** Who may do what: people with roles and passwords, machines with tokens. */
@NullMarked
package io.tillflow.studio.security;

import org.jspecify.annotations.NullMarked;
