// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * Receives the spans of a request. The views are reused: read them inside the call. When the reader
 * throws, the request is malformed and what was shown of it must be discarded.
 */
public interface SpanVisitor {
  /** A resource; the spans up to the next call are its. */
  default void resource(ResourceView resource) {}

  /** A span. */
  void span(SpanView span);

  /** An event of the span shown last, in the order of the request. */
  default void event(SpanView span, SpanEventView event) {}
}
