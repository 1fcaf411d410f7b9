// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * What calls must have in common to be counted together; see {@link EdgeCell} for the parts.
 *
 * @param tickMs first millisecond of the stretch of time
 * @param environment deployment environment
 * @param caller node that called
 * @param callee node that answered, empty when no one did
 * @param peer what the caller calls the other side
 * @param operation name of the client span
 */
public record EdgeCut(
    long tickMs, String environment, String caller, String callee, String peer, String operation)
    implements Comparable<EdgeCut> {

  /** The cut of a cell. */
  public static EdgeCut of(EdgeCell cell) {
    return new EdgeCut(
        cell.tickMs(),
        cell.environment(),
        cell.caller(),
        cell.callee(),
        cell.peer(),
        cell.operation());
  }

  @Override
  public int compareTo(EdgeCut other) {
    int order = Long.compare(tickMs, other.tickMs);
    order = order != 0 ? order : environment.compareTo(other.environment);
    order = order != 0 ? order : caller.compareTo(other.caller);
    order = order != 0 ? order : callee.compareTo(other.callee);
    order = order != 0 ? order : peer.compareTo(other.peer);
    return order != 0 ? order : operation.compareTo(other.operation);
  }
}
