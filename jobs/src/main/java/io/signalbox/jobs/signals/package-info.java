// SPDX-License-Identifier: Apache-2.0
/** Sources, sinks and the operators that hold telemetry until its time has come. */
@NullMarked
package io.signalbox.jobs.signals;

import org.jspecify.annotations.NullMarked;
