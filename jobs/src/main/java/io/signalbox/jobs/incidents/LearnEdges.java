// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.EdgeLearning;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.options.CorrelationOptions;
import io.signalbox.jobs.options.IncidentOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.incidents.EdgeLearningCodec;
import io.signalbox.schemas.incidents.EdgeReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Learns what is usual on edges, because a million of them say something every ten seconds and
 * correlation, which is one task for an environment, needs to hear of few.
 */
public final class LearnEdges extends EventTimeFold<Finding, EdgeReport, EdgeLearning> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "learn-edges";

  /** Callees are brought into so many shards: a part of the state schema. */
  private static final int SHARDS = 120;

  private static final char SEPARATOR = '\u0001';
  private static final long BASE = 4096;
  private static final long EACH_EDGE = 96;

  private final CorrelationOptions options;
  private final IncidentOptions incidents;
  private transient @Nullable CorrelationSettings settings;

  /** Learns for correlation by these options. */
  public LearnEdges(CorrelationOptions options, IncidentOptions incidents) {
    super(new FindingOrder(), TypeInformation.of(Finding.class));
    this.options = options;
    this.incidents = incidents;
  }

  /** True for what it hears: windows of edges, and episodes that speak of calls. */
  static boolean hears(Finding finding) {
    return finding.edge() != null || calleeOf(finding) != null;
  }

  /** Environment and shard of the callee. */
  static String keyOf(Finding finding) {
    int shard = Math.floorMod(String.valueOf(calleeOf(finding)).hashCode(), SHARDS);
    return finding.environment() + SEPARATOR + shard;
  }

  private static @Nullable String calleeOf(Finding finding) {
    EdgeWindow edge = finding.edge();
    Episode episode = finding.episode();
    if (edge != null) {
      return edge.callee();
    }
    return episode == null ? null : EdgeLearning.calleeOf(episode);
  }

  @Override
  protected String stateName() {
    return "edge-learning";
  }

  private CorrelationSettings settings() {
    if (settings == null) {
      settings = options.settings(incidents);
    }
    return settings;
  }

  @Override
  protected EdgeLearning decode(String key, byte @Nullable [] bytes) {
    return bytes == null
        ? new EdgeLearning(settings())
        : EdgeLearningCodec.decode(bytes, settings());
  }

  @Override
  protected byte[] encode(EdgeLearning learning) {
    return EdgeLearningCodec.encode(learning);
  }

  @Override
  protected boolean isOver(EdgeLearning learning) {
    return learning.isEmpty();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(EdgeLearning learning) {
    return BASE + EACH_EDGE * learning.topology().size();
  }

  @Override
  protected void fold(
      EdgeLearning learning, long tickMs, List<Finding> findings, FoldOutput<EdgeReport> found) {
    List<EdgeWindow> windows = new ArrayList<>();
    List<Episode> episodes = new ArrayList<>();
    String environment = findings.get(0).environment();
    for (Finding finding : findings) {
      if (finding.edge() != null) {
        windows.add(finding.edge());
      } else if (finding.episode() != null) {
        episodes.add(finding.episode());
      }
    }
    learning.fold(
        Instant.ofEpochMilli(tickMs + 1000),
        windows,
        episodes,
        learned -> found.collect(EdgeReport.of(environment, learned)));
  }

  @Override
  protected void advance(EdgeLearning learning, long nowMs, FoldOutput<EdgeReport> found) {
    learning.advance(Instant.ofEpochMilli(nowMs));
  }

  @Override
  protected long nextWakeMs(EdgeLearning learning) {
    return learning.nextWakeMs();
  }
}
