// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who complains of whom in the logs. A service that complains of another by name passes its trouble
 * on; one that names nobody speaks of itself. Two that name each other tell nothing, and one that
 * complains of its caller is believed only when the caller has complaints of its own. Complaints
 * are log records and series of failures and delays.
 */
final class ComplaintLinks {
  private final Scene scene;
  private final TreeMap<String, TreeSet<String>> named = new TreeMap<>();
  private final TreeSet<String> complaining = new TreeSet<>();
  private final int longestName;

  private ComplaintLinks(Scene scene, List<Complaint> complaints) {
    this.scene = scene;
    this.longestName = scene.nodes().stream().mapToInt(node -> node.name.length()).max().orElse(0);
    List<Complaint> all = new ArrayList<>(complaints);
    scene.nodes().forEach(node -> addSeries(node, all));
    for (Complaint complaint : all) {
      complaining.add(complaint.service());
      if (scene.find(complaint.service()) != null) {
        String longest = longestNamed(complaint);
        if (!longest.isEmpty()) {
          named.computeIfAbsent(complaint.service(), name -> new TreeSet<>()).add(longest);
        }
      }
    }
  }

  static void link(Scene scene, List<Complaint> complaints) {
    List<Link> found = new ArrayList<>();
    ComplaintLinks links = new ComplaintLinks(scene, complaints);
    links.named.forEach(
        (victim, causes) -> {
          for (String cause : causes) {
            if (links.isBelieved(victim, cause)) {
              long onsetMs = scene.node(cause).onsetMs();
              found.add(new Link(victim, cause, LinkKind.NAMED, onsetMs, null));
            }
          }
        });
    found.forEach(scene::add);
  }

  /** A series of failures or delays that is named after another node complains of it too. */
  private static void addSeries(SceneNode node, List<Complaint> all) {
    for (Episode episode : node.felt) {
      if (MetricReading.kindOf(episode) == EpisodeKind.METRIC) {
        String series = SeriesName.of(MetricReading.seriesOf(episode)).name();
        all.add(new Complaint(node.name, series, episode.startedAt().toEpochMilli()));
      }
    }
  }

  /** The longest name of a node in trouble in a complaint: shorter ones may be parts of it. */
  private String longestNamed(Complaint complaint) {
    String longest = "";
    for (String name : complaint.names(longestName)) {
      boolean better =
          name.length() > longest.length()
              || (name.length() == longest.length() && name.compareTo(longest) < 0);
      if (better && scene.find(name) != null) {
        longest = name;
      }
    }
    return longest;
  }

  private boolean isBelieved(String victim, String cause) {
    boolean mutual = named.getOrDefault(cause, new TreeSet<>()).contains(victim);
    boolean ofCaller = scene.topology.calls(cause, victim);
    return !mutual && (!ofCaller || complaining.contains(cause));
  }
}
