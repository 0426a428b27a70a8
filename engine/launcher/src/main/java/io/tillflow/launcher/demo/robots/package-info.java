/** The people of a demo run: shoppers, a reviewer, a carrier and somebody who restocks. */
@NullMarked
package io.tillflow.launcher.demo.robots;

import org.jspecify.annotations.NullMarked;
