// SPDX-License-Identifier: Apache-2.0
/** The telemetry that is measured with, and how it is sent. */
@NullMarked
package io.signalbox.benchmarks.load;

import org.jspecify.annotations.NullMarked;
