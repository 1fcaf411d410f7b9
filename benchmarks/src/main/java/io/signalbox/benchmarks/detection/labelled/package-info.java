// SPDX-License-Identifier: Apache-2.0
/** Labelled series, found where SIGNALBOX_DATA says. */
@NullMarked
package io.signalbox.benchmarks.detection.labelled;

import org.jspecify.annotations.NullMarked;
