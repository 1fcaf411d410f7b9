// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.LearnedEdge;
import io.signalbox.analytics.incidents.News;
import io.signalbox.analytics.incidents.Situation;
import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Meter;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.schemas.incidents.EdgeReport;
import io.signalbox.schemas.incidents.SituationCodec;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plays storms to correlation, second by second of event time, as if a watermark came each second
 * of wall time: a second that takes longer delays those after it.
 */
public final class StormRun {
  private static final double NANOS = 1e9;

  private final StormNews story;
  private final List<StormRevision> revisions = new ArrayList<>();
  private final List<StormSecond> seconds = new ArrayList<>();
  private final Situation situation = new Situation("production", CorrelationSettings.DEFAULT);
  private final StormLearning learning;
  private Spent busyUntil = Spent.at(0);

  private StormRun(StormSpec spec) {
    story = new StormNews(spec);
    learning = new StormLearning(spec.tasks());
  }

  /**
   * A run in a JVM of its own.
   *
   * @param args file of a {@link StormSpec}, file for its {@link StormResult}, both JSON
   */
  public static void main(String[] args) {
    ChildJvm.work(
        args,
        input -> {
          StormSpec spec = BenchResults.json().readValue(input, StormSpec.class);
          return BenchResults.json().writeValueAsString(of(spec));
        });
  }

  /** Runs it in this process. */
  public static StormResult of(StormSpec spec) throws IOException {
    StormRun run = new StormRun(spec);
    long heapBefore = Meter.liveHeapBytes();
    Window.Start start = Window.Start.now(0);
    run.play();
    Window window = start.end(run.seconds.stream().mapToLong(StormSecond::windows).sum());
    long heap = Meter.liveHeapBytes() - heapBefore;
    long encodeNanos = System.nanoTime();
    byte[] state = SituationCodec.encode(run.situation);
    encodeNanos = System.nanoTime() - encodeNanos;
    return new StormScore(run.story, run.revisions, run.seconds)
        .result(run.learning, state.length, heap, encodeNanos / NANOS, window);
  }

  private void play() {
    for (int second = 1; second <= story.seconds(); second++) {
      Instant end = StormNews.START.plusSeconds(second);
      StormTick tick = story.in(second);
      StormLearning.Learned learned = learning.learn(end, tick, Spent.at(second));
      Turn turn = new Turn(second, learned.readyAt().orLater(busyUntil), Spent.now());
      Consumer<Incident> out =
          incident -> revisions.add(new StormRevision(turn.second(), turn.after(), incident));
      if (tick.episodes().isEmpty() && learned.reports().isEmpty()) {
        situation.advance(end, out);
      } else {
        List<LearnedEdge> edges = learned.reports().stream().map(EdgeReport::learned).toList();
        situation.fold(end, new News(tick.episodes(), edges, List.of(), List.of()), out);
      }
      Spent took = turn.took();
      busyUntil = turn.begin().plus(took);
      Spent after = busyUntil.since(Spent.at(second));
      int reports = learned.reports().size();
      seconds.add(new StormSecond(second, tick.windows().size(), reports, took, after));
    }
  }

  /** A second whose turn came at some time, and when it was begun by the clocks. */
  private record Turn(int second, Spent begin, Spent start) {
    Spent took() {
      return Spent.now().since(start);
    }

    /** Time since the watermark that released the second. */
    Spent after() {
      return begin.plus(took()).since(Spent.at(second));
    }
  }
}
