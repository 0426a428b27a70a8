@NullMarked
package io.tillflow.storefront.web;

import org.jspecify.annotations.NullMarked;
