// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What was changed of late, oldest first. */
public final class ChangeLog {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::at).thenComparing(Change::service).thenComparing(Change::id);

  private final TreeSet<Change> changes = new TreeSet<>(ORDER);

  /** All changes, oldest first. */
  public NavigableSet<Change> all() {
    return Collections.unmodifiableNavigableSet(changes);
  }

  /**
   * Takes in one change.
   *
   * @return false when the oldest had to go for it
   */
  public boolean add(Change change, int maxChanges) {
    changes.add(change);
    if (changes.size() <= maxChanges) {
      return true;
    }
    changes.pollFirst();
    return false;
  }

  /** Forgets changes before a time, epoch milliseconds. */
  void forgetBefore(long ms) {
    changes.removeIf(change -> change.at().toEpochMilli() < ms);
  }
}
