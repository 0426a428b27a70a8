/** What the suite's parts say happened, compared with each other: nothing here knows what was planned. */
@NullMarked
package io.tillflow.launcher.demo.proof;

import org.jspecify.annotations.NullMarked;
