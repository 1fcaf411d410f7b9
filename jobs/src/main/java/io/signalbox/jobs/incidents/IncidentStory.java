// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.Suspect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of one incident.
 *
 * @param revisions from the first to the last
 */
public record IncidentStory(List<Incident> revisions) {
  private static final List<String> SEVERITIES = List.of("critical", "major", "minor");

  /** The worst first, of equals the earliest. */
  static final Comparator<IncidentStory> WORST_FIRST =
      Comparator.comparingInt((IncidentStory story) -> story.rank())
          .thenComparing(story -> story.last().openedAt())
          .thenComparing(story -> story.last().id());

  /** Sorts revisions, in any order and of any number of incidents, into stories by their start. */
  public static List<IncidentStory> of(Collection<Incident> revisions) {
    TreeMap<String, List<Incident>> byId = new TreeMap<>();
    for (Incident incident : revisions) {
      byId.computeIfAbsent(incident.id(), id -> new ArrayList<>()).add(incident);
    }
    return byId.values().stream()
        .map(
            list ->
                new IncidentStory(
                    list.stream().sorted(Comparator.comparingInt(Incident::revision)).toList()))
        .sorted(
            Comparator.comparing((IncidentStory story) -> story.last().openedAt())
                .thenComparing(story -> story.last().id()))
        .toList();
  }

  /** What is known in the end. */
  public Incident last() {
    return revisions.get(revisions.size() - 1);
  }

  /** The likeliest cause, or null when none is named. */
  @Nullable Suspect cause() {
    return last().suspects().isEmpty() ? null : last().suspects().get(0);
  }

  boolean isMerged() {
    return last().status() == IncidentStatus.MERGED;
  }

  boolean wasSilenced() {
    return revisions.stream().anyMatch(one -> one.silencedBy() != null);
  }

  boolean isOpen() {
    return last().status() != IncidentStatus.RESOLVED && !isMerged();
  }

  /** When it was over, or the last that is known of it while it is not. */
  Instant endedAt() {
    Instant resolved = last().resolvedAt();
    return resolved == null ? last().updatedAt() : resolved;
  }

  private int rank() {
    int known = SEVERITIES.indexOf(last().severity());
    return (known < 0 ? SEVERITIES.size() : known) + (isMerged() ? 10 : 0);
  }
}
