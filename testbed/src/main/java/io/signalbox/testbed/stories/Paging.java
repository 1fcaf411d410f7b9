// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import com.fasterxml.jackson.databind.JsonNode;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people were told, against what the committed topic says.
 *
 * @param incidents incidents in the topic
 * @param open of those, how many are open at the end
 * @param lost open without an alert, or never told of, or their end never told
 * @param zombies alerts without an open incident, or that fire again after they were resolved
 * @param duplicates alerts beside another one of the same incident, or told again
 */
public record Paging(
    int incidents, int open, List<String> lost, List<String> zombies, List<String> duplicates) {

  /**
   * Compares.
   *
   * @param revisions the committed topic, in any order
   * @param told what people were told of each incident
   * @param active what Alertmanager holds in the end
   */
  static Paging of(
      Collection<Incident> revisions, Map<String, List<String>> told, JsonNode active) {
    Map<String, List<String>> expected = expected(revisions);
    List<String> lost = new ArrayList<>();
    List<String> zombies = new ArrayList<>();
    List<String> duplicates = new ArrayList<>();
    TreeSet<String> firing = new TreeSet<>();
    for (JsonNode alert : active) {
      String id = alert.at("/labels/incident_id").asText();
      if (!firing.add(id)) {
        duplicates.add(id + " fires twice");
      }
      if (!isOpen(expected.getOrDefault(id, List.of()))) {
        zombies.add(id + " is still firing");
      }
    }
    expected.forEach(
        (id, states) -> {
          if (isOpen(states) && !firing.contains(id)) {
            lost.add(id + " is open and not firing");
          }
          compare(id, states, told.getOrDefault(id, List.of()), lost, zombies, duplicates);
        });
    told.keySet().stream()
        .filter(id -> !expected.containsKey(id))
        .forEach(id -> zombies.add(id + " is not in the topic"));
    return new Paging(expected.size(), open(revisions), lost, zombies, duplicates);
  }

  /** How many incidents are open after all these revisions. */
  static int open(Collection<Incident> revisions) {
    return (int) expected(revisions).values().stream().filter(Paging::isOpen).count();
  }

  private static void compare(
      String id,
      List<String> expected,
      List<String> told,
      List<String> lost,
      List<String> zombies,
      List<String> duplicates) {
    String difference = id + ": expected " + expected + ", told " + told;
    if (told.size() < expected.size()) {
      lost.add(difference);
    } else if (told.size() > expected.size() && isOpen(told) && !isOpen(expected)) {
      zombies.add(difference);
    } else if (!told.equals(expected)) {
      duplicates.add(difference);
    }
  }

  /** What is to be told of each incident: each time that it begins, ends or gets worse. */
  private static Map<String, List<String>> expected(Collection<Incident> revisions) {
    Map<String, List<String>> expected = new TreeMap<>();
    revisions.stream()
        .sorted(Comparator.comparingInt(Incident::revision))
        .forEach(
            incident -> {
              List<String> states =
                  expected.computeIfAbsent(incident.id(), id -> new ArrayList<>());
              boolean over =
                  incident.status() == IncidentStatus.RESOLVED
                      || incident.status() == IncidentStatus.MERGED;
              String state = (over ? "resolved " : "firing ") + incident.severity();
              if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
              }
            });
    return expected;
  }

  private static boolean isOpen(List<String> states) {
    return !states.isEmpty() && states.get(states.size() - 1).startsWith("firing");
  }

  /** True when nothing was lost, brought back or told twice, and there was something to tell. */
  public boolean passed() {
    return incidents > 0 && lost.isEmpty() && zombies.isEmpty() && duplicates.isEmpty();
  }

  /** One line for a person. */
  public String summary() {
    return incidents
        + " incidents, "
        + open
        + " of them open: "
        + lost.size()
        + " lost, "
        + zombies.size()
        + " zombies, "
        + duplicates.size()
        + " duplicates";
  }
}
