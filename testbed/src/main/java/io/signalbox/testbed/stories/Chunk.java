// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.schemas.signals.SignalKind;

/**
 * A part of a capture, as a request of its own.
 *
 * @param kind what it carries
 * @param request protobuf bytes
 * @param firstMs least event time of its items, epoch milliseconds
 * @param lastMs greatest event time of its items, epoch milliseconds
 */
record Chunk(SignalKind kind, byte[] request, long firstMs, long lastMs)
    implements java.io.Serializable {}
