// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the answers that one service gets from models: each metric of each version,
 * of all answers and of those of each tenant and route. Mutable: state of a key.
 */
public final class ServiceQuality {
  private static final Set<String> CHANGES = Set.of("model", "prompt", "index");

  private final String environment;
  private final String service;
  private final QualitySettings settings;
  private final Discoveries discoveries = new Discoveries();
  private final WatchRules rules;

  /** What is watched. */
  public final TreeMap<Segment, SegmentWatch> watches = new TreeMap<>();

  /** The same to find one by, which each observation does a few times. */
  private final Map<Segment, SegmentWatch> bySegment = new HashMap<>();

  /** Of which an episode is open; few, so that it is cheap to ask when the next one ends. */
  private final TreeSet<Segment> open = new TreeSet<>();

  /** What each version answered last. */
  public final TreeMap<String, Repeats> repeats = new TreeMap<>();

  /** Observations of segments for which there was no room. */
  public long unwatched;

  /** When windows are told of next, epoch milliseconds; 0 before anything was seen. */
  public long nextWindowMs;

  /** One that has seen nothing. */
  public ServiceQuality(String environment, String service, QualitySettings settings) {
    this.environment = environment;
    this.service = service;
    this.settings = settings;
    this.rules = new WatchRules(settings, discoveries);
  }

  /** Environment of the service. */
  public String environment() {
    return environment;
  }

  /** The service. */
  public String service() {
    return service;
  }

  /** A watch of a segment, put in its place: restoring. */
  public SegmentWatch restore(Segment segment, WatchKind kind) {
    SegmentWatch watch = new SegmentWatch(kind, rules.of(segment));
    watches.put(segment, watch);
    bySegment.put(segment, watch);
    return watch;
  }

  /** Counts what is open: after restoring. */
  public void recount() {
    watches.forEach(
        (segment, watch) -> {
          if (watch.episode != null) {
            opened(segment);
          }
        });
  }

  private void opened(Segment segment) {
    open.add(segment);
    if (!segment.isWhole()) {
      discoveries.found();
    }
  }

  /** True when nothing is worth remembering any more. */
  public boolean isEmpty() {
    return watches.isEmpty();
  }

  /**
   * Takes in what came at one time, in the order of the fold.
   *
   * @param changes of the service
   */
  public void fold(List<Change> changes, List<Observation> seen, QualityOutput out) {
    changes.forEach(this::change);
    for (Observation one : seen) {
      if (one.metric().equals(Observation.ANSWERED)) {
        answered(one, out);
      } else {
        observe(one, one.rate() ? WatchKind.RATE : WatchKind.NUMBER, out);
        Observation correct = one.correctness();
        if (correct != null) {
          observe(correct, WatchKind.RATE, out);
        }
      }
      if (nextWindowMs == 0) {
        nextWindowMs = nextWindow(one.atMs());
      }
    }
  }

  /**
   * Another model, prompt or index: what comes from now on is compared with what was before. A
   * change that is inferred from a version that answers tells nothing that answers do not.
   */
  private void change(Change change) {
    if (!CHANGES.contains(change.kind()) || change.inferred()) {
      return;
    }
    String name = change.kind() + " " + (change.version() == null ? "changed" : change.version());
    watches.forEach((segment, watch) -> watch.compare(name, change.at().toEpochMilli(), watch));
  }

  private void answered(Observation seen, QualityOutput out) {
    observe(seen, WatchKind.COUNT, out);
    Answer answer = seen.answer();
    if (!Double.isNaN(seen.value())) {
      observe(
          Observation.of(seen.atMs(), answer, Observation.LENGTH, seen.value(), false),
          WatchKind.NUMBER,
          out);
    }
    new TreeMap<>(answer.numbers())
        .forEach(
            (metric, value) ->
                observe(
                    Observation.of(seen.atMs(), answer, metric, value, false),
                    WatchKind.NUMBER,
                    out));
    if (answer.prompt() != null && answer.text() != null) {
      Repeats known = repeats.computeIfAbsent(answer.model(), model -> new Repeats());
      Boolean same = known.add(answer.prompt(), answer.text());
      if (same != null) {
        observe(
            Observation.of(seen.atMs(), answer, Observation.CONSISTENCY, same ? 1 : 0, true),
            WatchKind.RATE,
            out);
      }
    }
  }

  private void observe(Observation seen, WatchKind kind, QualityOutput out) {
    Map<Segment, DriftFinding> found = new TreeMap<>();
    for (String cut : cutsOf(seen)) {
      Segment segment = new Segment(seen.metric(), cut, seen.answer().model());
      SegmentWatch watch = watch(segment, kind, seen);
      DriftFinding finding = watch == null ? null : watch.observe(seen, settings.windowMs());
      if (finding != null) {
        found.put(segment, finding);
      }
    }
    found.forEach((segment, finding) -> tell(segment, finding, seen.atMs(), out));
  }

  /** Numbers of an embedding, and features, are many, so those of parts are not watched. */
  private static List<String> cutsOf(Observation seen) {
    String metric = seen.metric();
    return Embedding.isNumber(metric) || PredictionReading.isFeature(metric)
        ? List.of("")
        : Segment.cutsOf(seen.answer());
  }

  private @Nullable SegmentWatch watch(Segment segment, WatchKind kind, Observation seen) {
    SegmentWatch known = bySegment.get(segment);
    if (known != null) {
      return known.kind == kind ? known : null;
    }
    if (!rules.hasRoom(segment, watches.keySet())) {
      unwatched++;
      return null;
    }
    Segment replaced = new Predecessor(watches).of(segment);
    SegmentWatch watch = restore(segment, kind);
    if (replaced != null) {
      SegmentWatch reference = watches.get(replaced);
      if (reference != null) {
        watch.compare(replaced.model(), seen.answer().atMs(), reference);
      }
    }
    return watch;
  }

  /** A number of an embedding is told of as the embedding, of which the length bears the name. */
  private void tell(Segment shown, DriftFinding finding, long nowMs, QualityOutput out) {
    Segment segment =
        Embedding.isNumber(shown.metric()) ? shown.as(Embedding.embedding(shown.metric())) : shown;
    SegmentWatch watch = watches.get(segment);
    if (watch == null) {
      return;
    }
    if (watch.episode != null) {
      if (!finding.worse()) {
        close(segment, watch, nowMs, out);
      }
    } else if (finding.worse()) {
      String driver = segment.isWhole() ? new Driver(watches).of(segment, finding) : "";
      watch.episode =
          new DriftEpisode(environment, service, segment, shown.metric(), finding)
              .open(nowMs, driver, new ArrayList<>(watch.examples));
      opened(segment);
      out.episode(watch.episode);
    }
  }

  private void close(Segment segment, SegmentWatch watch, long nowMs, QualityOutput out) {
    Episode episode = watch.episode;
    if (episode != null) {
      out.episode(DriftEpisode.closed(episode, nowMs));
      watch.episode = null;
      open.remove(segment);
      if (!segment.isWhole()) {
        discoveries.lost();
      }
    }
  }

  /** Does what is due by a time. */
  public void advance(long nowMs, QualityOutput out) {
    for (Segment segment : List.copyOf(open)) {
      SegmentWatch watch = watches.get(segment);
      if (watch != null && endMs(watch) <= nowMs) {
        close(segment, watch, nowMs, out);
      }
    }
    if (nextWindowMs != 0 && nextWindowMs <= nowMs) {
      new QualityWindows(this, settings).tell(nowMs, out);
      watches.values().removeIf(watch -> watch.lastMs < nowMs - settings.horizonMs());
      bySegment.keySet().retainAll(watches.keySet());
      open.retainAll(watches.keySet());
      repeats
          .keySet()
          .removeIf(model -> watches.keySet().stream().noneMatch(s -> s.model().equals(model)));
      nextWindowMs = nextWindow(nowMs);
    }
  }

  /** When an open episode ends by itself: the version is gone, or the change is what is usual. */
  private long endMs(SegmentWatch watch) {
    return watch.episode == null
        ? Long.MAX_VALUE
        : Math.min(
            watch.lastMs + QualitySettings.GONE_MS,
            watch.episode.updatedAt().toEpochMilli() + settings.acceptMs());
  }

  private long nextWindow(long nowMs) {
    return (Math.floorDiv(nowMs, settings.windowMs()) + 1) * settings.windowMs();
  }

  /** When {@link #advance} is wanted next, epoch milliseconds. */
  public long nextWakeMs() {
    long next = nextWindowMs == 0 ? Long.MAX_VALUE : nextWindowMs;
    for (Segment segment : open) {
      SegmentWatch watch = watches.get(segment);
      next = watch == null ? next : Math.min(next, endMs(watch));
    }
    return next;
  }
}
