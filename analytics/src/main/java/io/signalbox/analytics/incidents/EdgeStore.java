// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The histories of edges, numbered from 0 without gaps. Almost all edges are calm at any time; of
 * these a row of 43 bytes is kept, and an object only of those that are not.
 */
final class EdgeStore {
  private static final int DECLARED = 1;
  private static final int SILENT = 2;
  private static final int ERRORS_CALM = 4;
  private static final int SLOW_CALM = 8;
  private static final int BUSY_CALM = 16;
  private static final int EVENTFUL = 32;

  private static final int FIRST_ROOM = 64;
  private static final long SECOND_MS = 1000;
  private static final long UNSIGNED = 0xffff_ffffL;

  private final Map<Integer, EdgeHistory> eventful = new HashMap<>();
  private int size;
  private int[] callers = new int[FIRST_ROOM];
  private int[] callees = new int[FIRST_ROOM];
  private byte[] flags = new byte[FIRST_ROOM];
  private byte[] learnedDurations = new byte[FIRST_ROOM];
  private byte[] learnedRates = new byte[FIRST_ROOM];
  private int[] lastEnd = new int[FIRST_ROOM];
  private int[] slowUntil = new int[FIRST_ROOM];
  private int[] usualCalls = new int[FIRST_ROOM];
  private int[] usualErrors = new int[FIRST_ROOM];
  private float[] recentCalls = new float[FIRST_ROOM];
  private float[] recentErrors = new float[FIRST_ROOM];
  private float[] usualDuration = new float[FIRST_ROOM];
  private float[] usualRate = new float[FIRST_ROOM];

  int size() {
    return size;
  }

  int caller(int edge) {
    return callers[edge];
  }

  int callee(int edge) {
    return callees[edge];
  }

  boolean isDeclared(int edge) {
    return (flags[edge] & DECLARED) != 0;
  }

  boolean isCalleeSilent(int edge) {
    return (flags[edge] & SILENT) != 0;
  }

  boolean isEventful(int edge) {
    return (flags[edge] & EVENTFUL) != 0;
  }

  /** End of the last window, epoch milliseconds, whole seconds. */
  long lastEndMs(int edge) {
    return millis(lastEnd[edge]);
  }

  /** Adds an edge of which nothing is known; its number is the greatest. */
  int add(int caller, int callee) {
    if (size == callers.length) {
      grow(size + Math.max(FIRST_ROOM, size / 4));
    }
    int edge = size++;
    callers[edge] = caller;
    callees[edge] = callee;
    write(edge, new EdgeHistory());
    return edge;
  }

  /** What is known of an edge. To change it, write it back. */
  EdgeHistory read(int edge) {
    EdgeHistory known = eventful.get(edge);
    if (known != null) {
      return known;
    }
    EdgeHistory read = new EdgeHistory();
    read.declared = isDeclared(edge);
    read.calleeSilent = isCalleeSilent(edge);
    read.errors.calm = bit(edge, ERRORS_CALM);
    read.slow.calm = bit(edge, SLOW_CALM);
    read.busy.calm = bit(edge, BUSY_CALM);
    read.learnedDurations = learnedDurations[edge];
    read.learnedRates = learnedRates[edge];
    read.lastEndMs = lastEndMs(edge);
    read.slowUntilMs = millis(slowUntil[edge]);
    read.usualCalls = usualCalls[edge];
    read.usualErrors = usualErrors[edge];
    read.recentCalls = recentCalls[edge];
    read.recentErrors = recentErrors[edge];
    read.usualDurationUs = usualDuration[edge];
    read.usualRate = usualRate[edge];
    return read;
  }

  /** Keeps what is known of an edge; of a calm one to seven digits and the second. */
  void write(int edge, EdgeHistory history) {
    boolean isEventful = history.isEventful();
    int flag = (history.declared ? DECLARED : 0) | (history.calleeSilent ? SILENT : 0);
    lastEnd[edge] = seconds(history.lastEndMs);
    if (isEventful) {
      flags[edge] = (byte) (flag | EVENTFUL);
      eventful.put(edge, history);
      return;
    }
    if (isEventful(edge)) {
      eventful.remove(edge);
    }
    flag |= history.errors.calm > 0 ? ERRORS_CALM : 0;
    flag |= history.slow.calm > 0 ? SLOW_CALM : 0;
    flag |= history.busy.calm > 0 ? BUSY_CALM : 0;
    flags[edge] = (byte) flag;
    learnedDurations[edge] = (byte) Math.min(history.learnedDurations, EdgeHistory.WELL_LEARNED);
    learnedRates[edge] = (byte) Math.min(history.learnedRates, EdgeHistory.WELL_LEARNED);
    slowUntil[edge] = seconds(history.slowUntilMs);
    usualCalls[edge] = (int) Math.min(history.usualCalls, Integer.MAX_VALUE);
    usualErrors[edge] = (int) Math.min(history.usualErrors, Integer.MAX_VALUE);
    recentCalls[edge] = (float) history.recentCalls;
    recentErrors[edge] = (float) history.recentErrors;
    usualDuration[edge] = (float) history.usualDurationUs;
    usualRate[edge] = (float) history.usualRate;
  }

  /** Forgets an edge; the last one takes its number. */
  void remove(int edge) {
    eventful.remove(edge);
    int last = --size;
    callers[edge] = callers[last];
    callees[edge] = callees[last];
    flags[edge] = flags[last];
    learnedDurations[edge] = learnedDurations[last];
    learnedRates[edge] = learnedRates[last];
    lastEnd[edge] = lastEnd[last];
    slowUntil[edge] = slowUntil[last];
    usualCalls[edge] = usualCalls[last];
    usualErrors[edge] = usualErrors[last];
    recentCalls[edge] = recentCalls[last];
    recentErrors[edge] = recentErrors[last];
    usualDuration[edge] = usualDuration[last];
    usualRate[edge] = usualRate[last];
    EdgeHistory moved = edge == last ? null : eventful.remove(last);
    if (moved != null) {
      eventful.put(edge, moved);
    }
    flags[last] = 0;
  }

  private void grow(int room) {
    callers = Arrays.copyOf(callers, room);
    callees = Arrays.copyOf(callees, room);
    flags = Arrays.copyOf(flags, room);
    learnedDurations = Arrays.copyOf(learnedDurations, room);
    learnedRates = Arrays.copyOf(learnedRates, room);
    lastEnd = Arrays.copyOf(lastEnd, room);
    slowUntil = Arrays.copyOf(slowUntil, room);
    usualCalls = Arrays.copyOf(usualCalls, room);
    usualErrors = Arrays.copyOf(usualErrors, room);
    recentCalls = Arrays.copyOf(recentCalls, room);
    recentErrors = Arrays.copyOf(recentErrors, room);
    usualDuration = Arrays.copyOf(usualDuration, room);
    usualRate = Arrays.copyOf(usualRate, room);
  }

  private int bit(int edge, int bit) {
    return (flags[edge] & bit) == 0 ? 0 : 1;
  }

  private static int seconds(long ms) {
    return (int) (ms / SECOND_MS);
  }

  private static long millis(int seconds) {
    return (seconds & UNSIGNED) * SECOND_MS;
  }
}
