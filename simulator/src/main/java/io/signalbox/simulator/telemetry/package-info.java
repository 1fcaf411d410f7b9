// SPDX-License-Identifier: Apache-2.0
/** Spans, metric points, log records and change events of the world, as OpenTelemetry bytes. */
@NullMarked
package io.signalbox.simulator.telemetry;

import org.jspecify.annotations.NullMarked;
