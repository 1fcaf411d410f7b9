// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.schemas.signals.SignalKind;

/**
 * One Export request or change event, as the jobs would receive it.
 *
 * @param atMs greatest event time in it, epoch milliseconds
 * @param kind what the bytes are
 * @param request protobuf for telemetry, JSON for events
 */
public record Telling(long atMs, SignalKind kind, byte[] request) {}
