/** What the tests of several modules share; nothing of it ships. */
@org.jspecify.annotations.NullMarked
package io.tillflow.testkit;
