// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.EpisodeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service complained of in its logs that is new or came more often.
 *
 * @param service who complains
 * @param text of the complaint, its parameters left out
 * @param sinceMs first heard, epoch milliseconds
 */
record Complaint(String service, String text, long sinceMs) {
  /** The shortest name that is looked for in texts: shorter ones are words of their own. */
  private static final int SHORTEST_NAME = 4;

  /** Complaints that were heard since a time, epoch milliseconds, in the order of their series. */
  static List<Complaint> since(DoubtLog doubts, long ms) {
    List<Complaint> found = new ArrayList<>();
    for (Doubt doubt : doubts.all().values()) {
      if (doubt.worst().kind() == EpisodeKind.LOGS && doubt.lastMs() >= ms) {
        found.add(new Complaint(doubt.worst().service(), doubt.worst().subject(), doubt.sinceMs()));
      }
    }
    return found;
  }

  /** True when it speaks of another node by its name, on its own or as a part of an address. */
  boolean names(String node) {
    if (node.length() < SHORTEST_NAME || node.equals(service)) {
      return false;
    }
    for (int at = text.indexOf(node); at >= 0; at = text.indexOf(node, at + 1)) {
      int end = at + node.length();
      boolean begins = at == 0 || (isBetween(text.charAt(at - 1)) && text.charAt(at - 1) != '-');
      boolean ends = end == text.length() || isBetween(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBetween(char next) {
    return !Character.isLetterOrDigit(next);
  }
}
