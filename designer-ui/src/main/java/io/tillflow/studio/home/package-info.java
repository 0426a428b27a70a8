/** The first page: how the shop's processes are doing, worst first. */
@NullMarked
package io.tillflow.studio.home;

import org.jspecify.annotations.NullMarked;
