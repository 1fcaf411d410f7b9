// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.SortedSet;

/**
 * What is kept on file about one incident.
 *
 * @param last its last revision
 * @param members ids of the episodes that belong to it, sorted
 * @param reopened how often it came back
 */
public record IncidentFile(Incident last, SortedSet<String> members, int reopened) {
  boolean isResolved() {
    return last.status() == IncidentStatus.RESOLVED;
  }

  long updatedMs() {
    return last.updatedAt().toEpochMilli();
  }

  /** When the last sign of it was over, epoch milliseconds; far in the future while it is open. */
  long endedMs() {
    return last.resolvedAt() == null ? Long.MAX_VALUE : last.resolvedAt().toEpochMilli();
  }
}
