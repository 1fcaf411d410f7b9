// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A call of which one or more sides are known and which waits for the others. */
public final class PendingCall {
  /** Identity of the call. */
  public final CallKey key;

  /** Event time at which it waits no longer, epoch milliseconds. */
  public long dueMs;

  /** The caller's side, once it is known. */
  public @Nullable SpanHalf client;

  /**
   * Longest server duration in microseconds by answering service. A service that is instrumented
   * twice says the same call twice; its outermost span is the one the caller waited for.
   */
  public final TreeMap<String, Long> answers = new TreeMap<>();

  /** A call of which nothing is known yet. */
  public PendingCall(CallKey key) {
    this.key = key;
  }

  /**
   * Identity of a call.
   *
   * @param traceHi high half of the trace id
   * @param traceLo low half of the trace id
   * @param callId id of the client span
   */
  public record CallKey(long traceHi, long traceLo, long callId) {
    /** The call a half is of. */
    public static CallKey of(SpanHalf half) {
      return new CallKey(half.traceHi(), half.traceLo(), half.callId());
    }
  }

  /** Counts the call once for each other service that answered, or once as unanswered. */
  void countInto(EdgeTally tally, SpanHalf caller, long tickMs) {
    if (answers.isEmpty()) {
      tally.at(cut(caller, "", tickMs)).addCall(caller.error(), caller.durationUs(), -1);
    }
    answers.forEach(
        (service, serverUs) -> {
          if (!service.equals(caller.service())) {
            long wireUs = Math.max(0, caller.durationUs() - serverUs);
            EdgeSums sums = tally.at(cut(caller, service, tickMs));
            sums.addCall(caller.error(), caller.durationUs(), wireUs);
          }
        });
  }

  private static EdgeCut cut(SpanHalf caller, String callee, long tickMs) {
    return new EdgeCut(
        tickMs, caller.environment(), caller.service(), callee, caller.peer(), caller.operation());
  }
}
