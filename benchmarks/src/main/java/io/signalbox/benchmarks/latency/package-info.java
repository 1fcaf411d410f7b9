// SPDX-License-Identifier: Apache-2.0
/** How long a point waits for its verdict when telemetry comes at its own pace. */
@NullMarked
package io.signalbox.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
