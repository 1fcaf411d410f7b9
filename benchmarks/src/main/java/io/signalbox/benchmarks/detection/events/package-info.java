// SPDX-License-Identifier: Apache-2.0
/** Alarms counted against labelled segments and against their budget. */
@NullMarked
package io.signalbox.benchmarks.detection.events;

import org.jspecify.annotations.NullMarked;
