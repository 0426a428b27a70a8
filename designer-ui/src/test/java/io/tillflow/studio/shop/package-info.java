@NullMarked
package io.tillflow.studio.shop;

import org.jspecify.annotations.NullMarked;
