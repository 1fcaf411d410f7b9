// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * Receives the log records of a request. The views are reused: read them inside the call. When the
 * reader throws, the request is malformed and what was shown of it must be discarded.
 */
public interface LogVisitor {
  /** A resource; the records up to the next call are its. */
  default void resource(ResourceView resource) {}

  /** A log record. */
  void log(LogView log);
}
