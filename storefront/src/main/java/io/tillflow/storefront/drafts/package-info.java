/** Orders that staff put together for somebody, until their checkout makes normal orders of them. */
@NullMarked
package io.tillflow.storefront.drafts;

import org.jspecify.annotations.NullMarked;
