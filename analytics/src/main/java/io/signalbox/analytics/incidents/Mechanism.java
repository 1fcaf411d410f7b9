// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Ways in which software breaks: how a complaint speaks of one, and what code is touched when one
 * is brought about. They are seldom the same words.
 */
enum Mechanism {
  CONCURRENCY(
      "concurrent concurrency race deadlock livelock contention",
      "lock unlock mutex sync synchronized atomic semaphore volatile latch"),
  ABSENCE(
      "nil null none undefined nullpointer dereference segfault",
      "nil null none undefined optional"),
  MEMORY("memory heap oom oomkilled leak", "append accumulate unbounded retain cache buffer"),
  VALIDITY("expired unauthorized forbidden denied", "leeway skew expiry token verify permission"),
  TIME("timeout timed deadline cancelled canceled", "timeout deadline cancel budget"),
  CONNECTIONS("pool exhausted connections sockets", "conns conn connections pool"),
  CAPACITY("throttled throttling capacity throughput quota", "batch bulk throughput capacity");

  private final String complained;
  private final String touched;

  Mechanism(String complained, String touched) {
    this.complained = complained;
    this.touched = touched;
  }

  /** The words of code that complaints in these words hint at. */
  static SortedSet<String> hintedBy(Collection<String> complaints) {
    TreeSet<String> hinted = new TreeSet<>();
    for (Mechanism one : values()) {
      if (Words.of(one.complained).stream().anyMatch(complaints::contains)) {
        hinted.addAll(Words.of(one.touched));
      }
    }
    return hinted;
  }
}
