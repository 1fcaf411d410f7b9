// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.unseen;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of one incident.
 *
 * @param revisions in order, at least one
 */
record IncidentHistory(List<Incident> revisions) {
  /** Reads incidents as the jobs leave them, in the order of their opening. */
  static List<IncidentHistory> read(Path file) throws IOException {
    Map<String, List<Incident>> byId = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      Incident one = RecordJson.read(line.getBytes(StandardCharsets.UTF_8), Incident.class);
      byId.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one);
    }
    return of(byId.values());
  }

  static List<IncidentHistory> of(Collection<List<Incident>> all) {
    return all.stream()
        .map(some -> some.stream().sorted(Comparator.comparing(Incident::revision)).toList())
        .map(IncidentHistory::new)
        .sorted(Comparator.comparing(IncidentHistory::openedAt).thenComparing(IncidentHistory::id))
        .toList();
  }

  String id() {
    return revisions.get(0).id();
  }

  Instant openedAt() {
    return revisions.get(0).openedAt();
  }

  /** The last revision by that time, or null. */
  @Nullable Incident at(Instant time) {
    Incident last = null;
    for (Incident revision : revisions) {
      last = revision.updatedAt().isAfter(time) ? last : revision;
    }
    return last;
  }

  /** True when it is open at that time and one of these nodes is part of it. */
  boolean holds(Collection<String> nodes, Instant time) {
    Incident last = at(time);
    return last != null
        && last.status() != IncidentStatus.RESOLVED
        && last.status() != IncidentStatus.MERGED
        && !Collections.disjoint(last.services(), nodes);
  }

  /** When it was over, or null while it is open. */
  @Nullable Instant endedAt() {
    Incident last = revisions.get(revisions.size() - 1);
    boolean ended =
        last.status() == IncidentStatus.RESOLVED || last.status() == IncidentStatus.MERGED;
    return ended ? last.updatedAt() : null;
  }
}
