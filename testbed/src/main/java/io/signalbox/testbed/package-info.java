// SPDX-License-Identifier: Apache-2.0
/** Real processes: Kafka, JobManager, TaskManagers. */
@NullMarked
package io.signalbox.testbed;

import org.jspecify.annotations.NullMarked;
