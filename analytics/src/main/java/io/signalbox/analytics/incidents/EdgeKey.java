// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Comparator;

/**
 * A dependency: who calls whom.
 *
 * @param caller node that calls
 * @param callee node that is called
 */
public record EdgeKey(String caller, String callee) implements Comparable<EdgeKey> {
  private static final Comparator<EdgeKey> ORDER =
      Comparator.comparing(EdgeKey::caller).thenComparing(EdgeKey::callee);

  @Override
  public int compareTo(EdgeKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return caller + " -> " + callee;
  }
}
