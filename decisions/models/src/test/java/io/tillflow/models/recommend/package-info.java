@NullMarked
package io.tillflow.models.recommend;

import org.jspecify.annotations.NullMarked;
