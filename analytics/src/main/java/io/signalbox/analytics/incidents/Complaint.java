// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.EpisodeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /**
   * What in it may be the name of another node, on its own or as a part of an address.
   *
   * @param longest no name is longer, characters
   */
  Set<String> names(int longest) {
    Set<String> found = new HashSet<>();
    for (int at = 0; at < text.length(); at++) {
      if (at > 0 && (!isBetween(text.charAt(at - 1)) || text.charAt(at - 1) == '-')) {
        continue;
      }
      int last = Math.min(text.length(), at + longest);
      for (int end = at + SHORTEST_NAME; end <= last; end++) {
        if (end == text.length() || isBetween(text.charAt(end))) {
          found.add(text.substring(at, end));
        }
      }
    }
    found.remove(service);
    return found;
  }

  private static boolean isBetween(char next) {
    return !Character.isLetterOrDigit(next);
  }
}
