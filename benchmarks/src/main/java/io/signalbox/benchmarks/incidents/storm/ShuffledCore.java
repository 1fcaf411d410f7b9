// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.EdgeLearning;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Situation;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.incidents.Finding;
import io.signalbox.jobs.incidents.FindingOrder;
import io.signalbox.jobs.incidents.FoundNews;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.incidents.EdgeLearningCodec;
import io.signalbox.schemas.incidents.EdgeReport;
import io.signalbox.schemas.incidents.SituationCodec;
import io.signalbox.schemas.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * The same findings in many orders of arrival within the disorder bound, through correlation
 * without Flink: what arrives is held until the watermark has passed its tick. Now and then the
 * state is written and read again.
 */
public final class ShuffledCore {
  private static final long TICK_MS = 1000;
  private static final String ENVIRONMENT = "production";

  /** How many arrivals there are on average from one watermark to the next. */
  private static final int RELEASE_ONCE_IN = 20;

  /** After how many watermarks, on average, state is written and read again. */
  private static final int RESTORE_ONCE_IN = 200;

  private final List<Finding> findings = new ArrayList<>();
  private final long disorderMs = JobOptions.of().time().disorder().toMillis();

  /** Takes the findings of storms. */
  public ShuffledCore(StormSpec spec) {
    StormNews story = new StormNews(spec);
    for (int second = 1; second <= story.seconds(); second++) {
      StormTick tick = story.in(second);
      long foundMs = StormNews.START.toEpochMilli() + second * TICK_MS - 1;
      tick.episodes().forEach(one -> findings.add(Finding.of(foundMs, one)));
      tick.windows().forEach(one -> findings.add(Finding.of(foundMs, one)));
    }
  }

  /** How many findings there are. */
  public int size() {
    return findings.size();
  }

  /**
   * The sorted log of incidents, a JSON object a line.
   *
   * @param seed of the order of arrival; 0 leaves it in the order of time
   */
  public byte[] log(long seed) {
    Random random = new Random(seed);
    Core core = new Core();
    for (Arrival arrival : arrivals(random, seed == 0)) {
      core.hold(arrival.finding());
      if (random.nextInt(RELEASE_ONCE_IN) == 0) {
        core.release(arrival.atMs() - disorderMs - 1);
        if (random.nextInt(RESTORE_ONCE_IN) == 0) {
          core.restore();
        }
      }
    }
    core.release(Long.MAX_VALUE);
    core.lines.sort(null);
    return String.join("\n", core.lines).getBytes(StandardCharsets.UTF_8);
  }

  private record Arrival(long atMs, Finding finding) {}

  /** What comes later than another by no more than the bound may come before it. */
  private List<Arrival> arrivals(Random random, boolean inOrder) {
    List<Arrival> arrivals = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      long delay = inOrder ? 0 : random.nextLong(disorderMs + 1);
      arrivals.add(new Arrival(finding.foundMs() + delay, finding));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::atMs));
    return arrivals;
  }

  /** What is held, learned and known in one run. */
  private static final class Core {
    private final FindingOrder order = new FindingOrder();
    private final TreeMap<Long, List<Finding>> held = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private EdgeLearning learning = new EdgeLearning(CorrelationSettings.DEFAULT);
    private Situation situation = new Situation(ENVIRONMENT, CorrelationSettings.DEFAULT);

    void hold(Finding finding) {
      held.computeIfAbsent(order.tickMs(finding), tick -> new ArrayList<>()).add(finding);
    }

    void release(long watermarkMs) {
      while (!held.isEmpty() && held.firstKey() + TICK_MS - 1 <= watermarkMs) {
        var tick = held.pollFirstEntry();
        long tickMs = tick.getKey();
        Instant end = Instant.ofEpochMilli(tickMs + TICK_MS);
        List<Finding> found = new ArrayList<>(tick.getValue());
        found.sort(order);
        learn(end, found).forEach(report -> found.add(Finding.of(tickMs, report)));
        found.sort(order);
        situation.fold(end, FoundNews.of(found), incident -> lines.add(line(incident)));
      }
    }

    private List<EdgeReport> learn(Instant end, List<Finding> found) {
      List<EdgeWindow> windows = new ArrayList<>();
      List<Episode> episodes = new ArrayList<>();
      for (Finding finding : found) {
        if (finding.edge() != null) {
          windows.add(finding.edge());
        } else if (finding.episode() != null) {
          episodes.add(finding.episode());
        }
      }
      List<EdgeReport> reports = new ArrayList<>();
      learning.fold(end, windows, episodes, one -> reports.add(EdgeReport.of(ENVIRONMENT, one)));
      return reports;
    }

    void restore() {
      CorrelationSettings settings = CorrelationSettings.DEFAULT;
      learning = EdgeLearningCodec.decode(EdgeLearningCodec.encode(learning), settings);
      situation = SituationCodec.decode(SituationCodec.encode(situation), settings);
    }

    private static String line(Incident incident) {
      return new String(RecordJson.write(incident), StandardCharsets.UTF_8);
    }
  }
}
