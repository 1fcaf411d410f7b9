// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.Comparator;

/** The order in which halves are folded: by time, then by everything they say. */
public final class SpanHalfOrder {
  /** Zero only for halves that say the same. */
  public static final Comparator<SpanHalf> BY_TIME_THEN_CONTENT = SpanHalfOrder::compare;

  private SpanHalfOrder() {}

  private static int compare(SpanHalf a, SpanHalf b) {
    int order = Long.compare(a.endMs(), b.endMs());
    order = order != 0 ? order : compareCall(a, b);
    order = order != 0 ? order : Boolean.compare(a.client(), b.client());
    order = order != 0 ? order : compareNames(a, b);
    order = order != 0 ? order : Long.compare(a.durationUs(), b.durationUs());
    return order != 0 ? order : Boolean.compare(a.error(), b.error());
  }

  private static int compareCall(SpanHalf a, SpanHalf b) {
    int order = Long.compare(a.traceHi(), b.traceHi());
    order = order != 0 ? order : Long.compare(a.traceLo(), b.traceLo());
    return order != 0 ? order : Long.compare(a.callId(), b.callId());
  }

  private static int compareNames(SpanHalf a, SpanHalf b) {
    int order = a.environment().compareTo(b.environment());
    order = order != 0 ? order : a.service().compareTo(b.service());
    order = order != 0 ? order : a.operation().compareTo(b.operation());
    return order != 0 ? order : a.peer().compareTo(b.peer());
  }
}
