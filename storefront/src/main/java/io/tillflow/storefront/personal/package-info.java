/** What suits one visitor who agreed to be remembered, from memory; everybody else sees what everyone is buying. */
@NullMarked
package io.tillflow.storefront.personal;

import org.jspecify.annotations.NullMarked;
