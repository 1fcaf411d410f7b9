// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a pager is told when. Alerts that are open are told again each interval, because a
 * pager forgets what it does not hear of. That an alert is over, or goes on under another severity,
 * is told when a checkpoint holds it: after a restore from an earlier one the alert would be open
 * again, and be told so. That one is new is told at once: a restore finds it anew.
 *
 * <p>Times are those of the machine, in epoch milliseconds, and never leave this book.
 */
public final class AlertBook {
  private static final long NEVER = Long.MAX_VALUE;

  /** A pager ends by itself what it has not heard of for so many intervals. */
  public static final int LIFE = 3;

  private final TreeMap<String, Entry> entries = new TreeMap<>();
  private final long intervalMs;
  private final long rememberMs;

  /**
   * Makes an empty book.
   *
   * @param intervalMs time between two tellings of an open alert
   * @param rememberMs how long an alert that is over is known, so that its old revisions are too
   */
  public AlertBook(long intervalMs, long rememberMs) {
    this.intervalMs = intervalMs;
    this.rememberMs = rememberMs;
  }

  private static final class Entry {
    private Alert alert;
    private boolean waits;
    private long checkpoint = NEVER;
    private long tellAtMs;
    private long overSinceMs = NEVER;

    private Entry(Alert alert, long tellAtMs) {
      this.alert = alert;
      this.tellAtMs = tellAtMs;
    }

    /** What can be told may have been told, if only before a restart. */
    private Alert perhapsTold() {
      return alert.open() && !waits ? alert.toldSeverity() : alert;
    }

    private @Nullable String firing() {
      if (waits) {
        return alert.told().get(alert.told().size() - 1);
      }
      return alert.open() ? alert.severity() : null;
    }
  }

  /**
   * Takes a revision.
   *
   * @return what is to be stored, or null for a revision that is not newer than the one known
   */
  public @Nullable Alert take(Incident incident, long nowMs) {
    Entry entry = entries.get(incident.id());
    if (entry == null) {
      Alert alert = Alert.of(incident);
      put(new Entry(alert, alert.open() ? nowMs : NEVER), nowMs);
      return alert;
    }
    if (incident.revision() <= entry.alert.revision()) {
      return null;
    }
    boolean over = entry.firing() == null;
    entry.alert = entry.perhapsTold().after(incident);
    entry.waits = !over && entry.alert.endsSomething();
    entry.checkpoint = NEVER;
    entry.overSinceMs = NEVER;
    if (entry.alert.open()) {
      entry.tellAtMs = nowMs;
    }
    return entry.alert;
  }

  /** Puts in place what a completed checkpoint holds: all of it can be told. */
  public void restore(Alert alert, long nowMs) {
    put(new Entry(alert, alert.told().isEmpty() ? NEVER : nowMs), nowMs);
  }

  private void put(Entry entry, long nowMs) {
    entry.overSinceMs = entry.alert.open() ? NEVER : nowMs;
    entries.put(entry.alert.incident(), entry);
  }

  /** Notes that all taken so far is part of a checkpoint. */
  public void snapshot(long checkpoint) {
    for (Entry entry : entries.values()) {
      if (entry.waits && entry.checkpoint == NEVER) {
        entry.checkpoint = checkpoint;
      }
    }
  }

  /** Notes that a checkpoint, and every earlier one, will never be undone. */
  public void completed(long checkpoint, long nowMs) {
    for (Entry entry : entries.values()) {
      if (entry.waits && entry.checkpoint <= checkpoint) {
        entry.waits = false;
        entry.tellAtMs = nowMs;
        entry.overSinceMs = entry.alert.open() ? NEVER : nowMs;
      }
    }
  }

  /**
   * What is to be told now.
   *
   * @param most so many at once
   */
  public List<AlertNotice> due(long nowMs, int most) {
    List<AlertNotice> due = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.tellAtMs <= nowMs && due.size() < most) {
        String firing = entry.firing();
        due.add(new AlertNotice(entry.alert, firing, ended(entry.alert, firing)));
      }
    }
    return due;
  }

  private static List<String> ended(Alert alert, @Nullable String firing) {
    return alert.told().stream().filter(severity -> !severity.equals(firing)).toList();
  }

  /**
   * Notes that a pager has taken notices.
   *
   * @return alerts that are to be stored anew
   */
  public List<Alert> delivered(Collection<AlertNotice> notices, long nowMs) {
    List<Alert> changed = new ArrayList<>();
    for (AlertNotice notice : notices) {
      Entry entry = entries.get(notice.alert().incident());
      if (entry != null
          && entry.alert.revision() == notice.alert().revision()
          && Objects.equals(entry.firing(), notice.firing())) {
        entry.tellAtMs = notice.firing() == null ? NEVER : nowMs + intervalMs;
        if (!notice.ended().isEmpty()) {
          String firing = notice.firing();
          entry.alert = entry.alert.withTold(firing == null ? List.of() : List.of(firing));
          changed.add(entry.alert);
        }
      }
    }
    return changed;
  }

  /**
   * Forgets what has been over for long, and stops telling of what the pager has ended by itself.
   *
   * @return ids of incidents that are forgotten
   */
  public List<String> forget(long nowMs) {
    List<String> forgotten = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.overSinceMs == NEVER || entry.waits) {
        continue;
      }
      if (nowMs - entry.overSinceMs > LIFE * intervalMs) {
        entry.tellAtMs = NEVER;
      }
      if (nowMs - entry.overSinceMs > rememberMs) {
        forgotten.add(entry.alert.incident());
      }
    }
    forgotten.forEach(entries::remove);
    return forgotten;
  }

  /** Alerts that a pager is kept up to date about. */
  public int open() {
    return (int) entries.values().stream().filter(entry -> entry.firing() != null).count();
  }
}
