// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is remembered of an incident that is over.
 *
 * @param id its id
 * @param incidentClass its leaf of the taxonomy
 * @param suspect its first suspect
 * @param signs kinds of the evidence against that one; a recognised failure with its name
 * @param services all nodes involved
 * @param resolvedMs event time at which it was said to be over, epoch milliseconds
 */
public record PastIncident(
    String id,
    String incidentClass,
    String suspect,
    SortedSet<String> signs,
    SortedSet<String> services,
    long resolvedMs) {

  /** What is worth remembering of one that has a suspect. */
  static PastIncident of(Incident incident) {
    Suspect first = incident.suspects().get(0);
    TreeSet<String> signs = new TreeSet<>();
    for (Evidence one : first.evidence()) {
      boolean recognised = one.kind().equals(Evidence.PATTERN);
      signs.add(recognised ? one.kind() + " " + one.subject() : one.kind());
    }
    String leaf = incident.incidentClass();
    return new PastIncident(
        incident.id(),
        leaf == null ? Taxonomy.UNKNOWN : leaf,
        first.node(),
        signs,
        new TreeSet<>(incident.services()),
        incident.updatedAt().toEpochMilli());
  }

  /**
   * How alike two are, 0..1: a quarter each for the class, the first suspect, and the shares of
   * kinds of evidence and of services that they have in common (Jaccard).
   */
  double likeness(PastIncident other) {
    boolean known = !incidentClass.equals(Taxonomy.UNKNOWN);
    double same = known && incidentClass.equals(other.incidentClass) ? 1 : 0;
    same += suspect.equals(other.suspect) ? 1 : 0;
    return (same + jaccard(signs, other.signs) + jaccard(services, other.services)) / 4;
  }

  private static double jaccard(Set<String> left, Set<String> right) {
    long common = left.stream().filter(right::contains).count();
    long all = left.size() + right.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }
}
