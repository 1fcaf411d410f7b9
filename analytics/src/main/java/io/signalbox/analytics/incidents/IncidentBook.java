// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The incidents of one environment that are open or could come back. */
public final class IncidentBook {
  private static final Comparator<IncidentFile> OLDEST =
      Comparator.comparing((IncidentFile file) -> file.last().openedAt())
          .thenComparing(file -> file.last().id());

  private final TreeMap<String, IncidentFile> files = new TreeMap<>();

  /** All files by id. */
  public NavigableMap<String, IncidentFile> files() {
    return Collections.unmodifiableNavigableMap(files);
  }

  /** Puts a file in place: restoring, and every change. */
  public void put(IncidentFile file) {
    files.put(file.last().id(), file);
  }

  void remove(String id) {
    files.remove(id);
  }

  /** Files of incidents that are not resolved, oldest first. */
  public List<IncidentFile> open() {
    return files.values().stream().filter(file -> !file.isResolved()).sorted(OLDEST).toList();
  }

  /** Ids of all episodes that are part of an incident that is not resolved. */
  Set<String> members() {
    Set<String> members = new TreeSet<>();
    open().forEach(file -> members.addAll(file.members()));
    return members;
  }

  /**
   * The incident that an event is the return of: its evidence had ended no longer ago than a time
   * when this began, and it had the same first suspect. Of several the last.
   *
   * @return null when there is none
   */
  @Nullable IncidentFile returning(Draft draft, Duration within) {
    String node = draft.suspects().get(0).node();
    IncidentFile found = null;
    for (IncidentFile file : files.values()) {
      Instant resolved = file.last().resolvedAt();
      boolean same = file.isResolved() && file.last().suspects().get(0).node().equals(node);
      if (same && resolved != null && !draft.startedAt().isAfter(resolved.plus(within))) {
        found = found == null || OLDEST.compare(found, file) < 0 ? file : found;
      }
    }
    return found;
  }

  /** Forgets incidents that were resolved at or before a time, epoch milliseconds. */
  void forgetResolved(long ms) {
    files.values().removeIf(file -> file.isResolved() && file.updatedMs() <= ms);
  }

  /**
   * Finds for each open incident the event it lives on in: the one it shares most with of what was
   * felt, for what else was off at that time may stand near more than one. Of several incidents in
   * one event the oldest lives on, the others are merged into it.
   *
   * @return event (by its index) to the incident that lives on in it
   */
  Map<Integer, IncidentFile> match(List<Group> groups, long nowMs, Consumer<Incident> out) {
    TreeMap<Integer, List<IncidentFile>> claims = new TreeMap<>();
    Map<String, Integer> felt = homes(groups, episode -> Weight.isFelt(episode.kind()));
    Map<String, Integer> homes = homes(groups, episode -> true);
    for (IncidentFile file : open()) {
      int best = bestOf(file, felt);
      best = best < 0 ? bestOf(file, homes) : best;
      if (best >= 0) {
        claims.computeIfAbsent(best, group -> new ArrayList<>()).add(file);
      }
    }
    TreeMap<Integer, IncidentFile> matched = new TreeMap<>();
    claims.forEach(
        (group, claimants) -> {
          IncidentFile oldest = claimants.get(0);
          matched.put(group, oldest);
          for (IncidentFile younger : claimants.subList(1, claimants.size())) {
            out.accept(Revisions.mergeInto(younger.last(), oldest.last().id(), nowMs));
            remove(younger.last().id());
          }
        });
    return matched;
  }

  private static Map<String, Integer> homes(List<Group> groups, Predicate<Episode> which) {
    Map<String, Integer> homes = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (Episode episode : groups.get(i).episodes()) {
        if (which.test(episode)) {
          homes.put(episode.id(), i);
        }
      }
    }
    return homes;
  }

  /** The event with most of its episodes, of equals the first; -1 when there is none. */
  private static int bestOf(IncidentFile file, Map<String, Integer> homes) {
    TreeMap<Integer, Integer> shared = new TreeMap<>();
    for (String member : file.members()) {
      Integer home = homes.get(member);
      if (home != null) {
        shared.merge(home, 1, Integer::sum);
      }
    }
    int best = -1;
    for (Map.Entry<Integer, Integer> one : shared.entrySet()) {
      if (best < 0 || one.getValue() > shared.getOrDefault(best, 0)) {
        best = one.getKey();
      }
    }
    return best;
  }
}
