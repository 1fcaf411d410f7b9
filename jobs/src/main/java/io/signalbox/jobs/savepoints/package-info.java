// SPDX-License-Identifier: Apache-2.0
/** Savepoints made and read outside of a running job. */
@NullMarked
package io.signalbox.jobs.savepoints;

import org.jspecify.annotations.NullMarked;
