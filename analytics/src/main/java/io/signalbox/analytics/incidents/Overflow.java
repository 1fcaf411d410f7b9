// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** Counts what correlation had no room for. Mutable; its fields are what a codec stores. */
public final class Overflow {
  /** Tellings of edges that were new when no room was left. */
  public long edges;

  /** Revisions of episodes that were new when no room was left. */
  public long episodes;

  /** Changes forgotten before their time. */
  public long changes;

  /** Recognised failures forgotten before their time. */
  public long matches;
}
