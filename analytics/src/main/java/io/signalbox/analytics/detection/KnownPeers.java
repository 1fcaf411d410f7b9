// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.HostName;
import io.signalbox.analytics.signals.PeerName;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who answered to which address and operation, so that a call no one answers can still be told whom
 * it was meant for. Mutable and bounded: the entry not seen for longest goes first.
 */
public final class KnownPeers {
  /** Votes an answer can have, so that an address that changes hands is soon learned anew. */
  private static final long MAX_VOTES = 64;

  private final int maxEntries;

  /** Votes by address as the caller writes it. */
  public final TreeMap<String, Vote> addresses = new TreeMap<>();

  /** Votes by name of the client span. */
  public final TreeMap<String, Vote> operations = new TreeMap<>();

  /** Knows no one; keeps at most so many addresses and as many operations. */
  KnownPeers(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /** Learns from a cell that was answered, at an event time in epoch milliseconds. */
  void learn(EdgeCell cell, long atMs) {
    if (!cell.peer().isEmpty()) {
      vote(addresses, cell.peer()).add(cell.callee(), cell.calls(), atMs);
    }
    vote(operations, cell.operation()).add(cell.callee(), cell.calls(), atMs);
  }

  /**
   * The node that calls were meant for.
   *
   * @return who answered, else who usually answers at that address, else (when the address is
   *     missing or a mere number) the only one who ever answered that operation, else the node by
   *     the name of the address; empty when nothing is known
   */
  String calleeOf(EdgeCell cell) {
    if (!cell.callee().isEmpty()) {
      return cell.callee();
    }
    Vote byAddress = addresses.get(cell.peer());
    if (byAddress != null) {
      return byAddress.callee;
    }
    String node = PeerName.nodeOf(cell.peer());
    Vote byOperation = operations.get(cell.operation());
    boolean vague = node.isEmpty() || HostName.isIp(node);
    return vague && byOperation != null && !byOperation.mixed ? byOperation.callee : node;
  }

  /** Forgets what was last seen before an event time in epoch milliseconds. */
  void forgetBefore(long atMs) {
    addresses.values().removeIf(vote -> vote.seenMs < atMs);
    operations.values().removeIf(vote -> vote.seenMs < atMs);
  }

  private Vote vote(Map<String, Vote> votes, String name) {
    Vote known = votes.get(name);
    if (known == null && votes.size() >= maxEntries) {
      votes.entrySet().stream()
          .min(Comparator.comparingLong((Map.Entry<String, Vote> e) -> e.getValue().seenMs))
          .ifPresent(oldest -> votes.remove(oldest.getKey()));
    }
    return known != null ? known : votes.computeIfAbsent(name, n -> new Vote());
  }

  /** A majority vote of answers (Boyer and Moore, 1981) in which older votes count for little. */
  public static final class Vote {
    /** Who answers most. */
    public String callee = "";

    /** How far ahead it is, in calls. */
    public long votes;

    /** True when more than one has ever answered. */
    public boolean mixed;

    /** When someone last answered, epoch milliseconds. */
    public long seenMs;

    private void add(String answerer, long calls, long atMs) {
      seenMs = Math.max(seenMs, atMs);
      boolean same = callee.equals(answerer);
      mixed |= !same && !callee.isEmpty();
      votes += same ? calls : -calls;
      if (votes < 0) {
        callee = answerer;
        votes = -votes;
      }
      votes = Math.min(MAX_VOTES, votes);
    }
  }
}
