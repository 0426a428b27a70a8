/** People who can sign in: joining, passwords, sessions, addresses, consents, their data and its end. */
@NullMarked
package io.tillflow.storefront.accounts;

import org.jspecify.annotations.NullMarked;
