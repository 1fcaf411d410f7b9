// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the revisions of an incident. */
final class Revisions {
  private Revisions() {}

  /**
   * The first, named by environment, first suspect and time of opening.
   *
   * @param splitFrom the incident it was a part of, or null
   */
  static Incident open(String environment, Draft draft, @Nullable String splitFrom, long nowMs) {
    String node = draft.suspects().get(0).node();
    String id = "inc-" + Long.toString(nowMs, 36) + "-" + hash(environment, node);
    Instant now = Instant.ofEpochMilli(nowMs);
    IncidentStatus status = splitFrom == null ? IncidentStatus.OPEN : IncidentStatus.SPLIT;
    return write(id, 1, status, environment, draft, draft.startedAt(), now, now, splitFrom);
  }

  /** The next, with what is known now. */
  static Incident next(Incident last, IncidentStatus status, Draft draft, long nowMs) {
    Instant started =
        draft.startedAt().isBefore(last.startedAt()) ? draft.startedAt() : last.startedAt();
    Instant now = Instant.ofEpochMilli(nowMs);
    int revision = last.revision() + 1;
    String environment = last.environment();
    return write(
        last.id(),
        revision,
        status,
        environment,
        draft,
        started,
        last.openedAt(),
        now,
        last.splitFrom());
  }

  /** The last, over since a time that is not after now. */
  static Incident resolve(Incident last, long endedMs, long nowMs) {
    return end(last, IncidentStatus.RESOLVED, Instant.ofEpochMilli(endedMs), null, nowMs);
  }

  /** The last of one that turned out to be a part of another. */
  static Incident mergeInto(Incident last, String survivor, long nowMs) {
    return end(last, IncidentStatus.MERGED, null, survivor, nowMs);
  }

  private static Incident end(
      Incident last,
      IncidentStatus status,
      @Nullable Instant resolvedAt,
      @Nullable String mergedInto,
      long nowMs) {
    return new Incident(
        last.id(),
        last.revision() + 1,
        status,
        last.environment(),
        last.startedAt(),
        last.openedAt(),
        Instant.ofEpochMilli(nowMs),
        resolvedAt,
        last.title(),
        last.severity(),
        last.services(),
        last.suspects(),
        last.onsetAt(),
        last.owner(),
        last.incidentClass(),
        last.changes(),
        last.blastRadius(),
        last.similar(),
        mergedInto,
        last.recommendations(),
        last.telemetryScore(),
        last.splitFrom(),
        last.silencedBy(),
        List.of(),
        List.of());
  }

  private static Incident write(
      String id,
      int revision,
      IncidentStatus status,
      String environment,
      Draft draft,
      Instant startedAt,
      Instant openedAt,
      Instant now,
      @Nullable String splitFrom) {
    return new Incident(
        id,
        revision,
        status,
        environment,
        startedAt,
        openedAt,
        now,
        null,
        draft.title(),
        draft.severity(),
        draft.services(),
        draft.suspects(),
        draft.onsetAt(),
        null,
        null,
        draft.changes(),
        draft.blastRadius(),
        List.of(),
        null,
        List.of(),
        draft.telemetryScore(),
        splitFrom,
        null,
        List.of(),
        List.of());
  }

  /** FNV-1a over the UTF-16 units and a separator that occurs in neither part. */
  private static String hash(String environment, String node) {
    int hash = 0x811c9dc5;
    for (char c : (environment + '\uffff' + node).toCharArray()) {
      hash = (hash ^ c) * 0x01000193;
    }
    return Integer.toHexString(hash);
  }
}
