// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** What a batch carries. The ordinal is stored; add at the end only. */
public enum BatchKind {
  /** Metric points of one instance of a service: {@link PointRows}. */
  METRICS,
  /** Span outcomes of one service: {@link SpanCells}. */
  SPANS,
  /** Log lines of one service: {@link LogLines}; none when it only says that the service spoke. */
  LOGS,
  /** Halves of calls of one bucket of traces. */
  TRACES,
  /** Edge cells of one caller. */
  EDGES,
  /** One GenAI event as JSON. */
  GEN_AI,
  /** One change as JSON. */
  CHANGE,
  /** One dead letter as JSON. */
  DEAD_LETTER,
  /** No items: event time has come this far. */
  PROGRESS,
  /** No items: so many came too late. */
  LATE,
  /** One statement about alarms as JSON. */
  FEEDBACK,
  /** What rows of the symptom table have seen of one service: {@link SightingCodec}. */
  SYMPTOMS
}
