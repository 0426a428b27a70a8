/** What analysts ask the shop's reporting views in SQL: they read these views, and nothing else. */
@NullMarked
package io.tillflow.connectors.data.reporting;

import org.jspecify.annotations.NullMarked;
