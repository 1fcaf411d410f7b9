// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.EdgeLearning;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.schemas.incidents.EdgeLearningCodec;
import io.signalbox.schemas.incidents.EdgeReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The tasks that learn edges, each with its share of the callees. They are run one after the other,
 * and taken to have run side by side.
 */
final class StormLearning {
  private static final Comparator<EdgeReport> ORDER =
      Comparator.comparing(EdgeReport::caller).thenComparing(EdgeReport::callee);

  private final List<EdgeLearning> tasks = new ArrayList<>();
  private final List<Spent> busyUntil = new ArrayList<>();
  private Spent total = Spent.at(0);
  private long windows;

  StormLearning(int count) {
    for (int i = 0; i < count; i++) {
      tasks.add(new EdgeLearning(CorrelationSettings.DEFAULT));
      busyUntil.add(Spent.at(0));
    }
  }

  /** What one second leads to, and when the last task is done with it. */
  record Learned(List<EdgeReport> reports, Spent readyAt) {}

  Learned learn(Instant end, StormTick tick, Spent release) {
    List<StormTick> shares = shares(tick);
    List<EdgeReport> reports = new ArrayList<>();
    Spent ready = release;
    for (int i = 0; i < shares.size(); i++) {
      StormTick share = shares.get(i);
      Spent start = Spent.now();
      tasks
          .get(i)
          .fold(
              end,
              share.windows(),
              share.episodes(),
              learned -> reports.add(EdgeReport.of("production", learned)));
      Spent took = Spent.now().since(start);
      total = total.plus(took);
      busyUntil.set(i, release.orLater(busyUntil.get(i)).plus(took));
      ready = ready.orLater(busyUntil.get(i));
    }
    windows += tick.windows().size();
    reports.sort(ORDER);
    return new Learned(reports, ready);
  }

  private List<StormTick> shares(StormTick tick) {
    List<StormTick> shares = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      shares.add(new StormTick(new ArrayList<>(), new ArrayList<>()));
    }
    for (EdgeWindow window : tick.windows()) {
      shares.get(taskOf(window.callee())).windows().add(window);
    }
    for (Episode episode : tick.episodes()) {
      String callee = EdgeLearning.calleeOf(episode);
      if (callee != null) {
        shares.get(taskOf(callee)).episodes().add(episode);
      }
    }
    return shares;
  }

  private int taskOf(String callee) {
    return Math.floorMod(callee.hashCode(), tasks.size());
  }

  /** Cpu time that one window takes, seconds. */
  double secondsEach() {
    return total.cpu() / Math.max(1, windows);
  }

  /** Bytes of the state of all tasks. */
  long stateBytes() {
    return tasks.stream().mapToLong(task -> EdgeLearningCodec.encode(task).length).sum();
  }
}
