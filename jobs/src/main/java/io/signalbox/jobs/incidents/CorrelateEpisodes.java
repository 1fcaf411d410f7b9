// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.incidents.News;
import io.signalbox.analytics.incidents.Situation;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.options.CorrelationOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.incidents.SituationCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Ties what is not as usual into incidents with their causes ranked, because an alarm for each
 * symptom tells nobody where to begin.
 */
public final class CorrelateEpisodes extends EventTimeFold<Finding, Incident, Situation> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "correlate-episodes";

  /** Answers to what was asked. */
  public static final OutputTag<Answer> ANSWERS =
      new OutputTag<>("answers", TypeInformation.of(Answer.class));

  private final CorrelationOptions options;
  private transient @Nullable CorrelationSettings settings;

  /** Correlates by these options. */
  public CorrelateEpisodes(CorrelationOptions options) {
    super(new FindingOrder(), TypeInformation.of(Finding.class), null);
    this.options = options;
  }

  @Override
  protected String stateName() {
    return "situation";
  }

  @Override
  protected Situation decode(String environment, byte @Nullable [] bytes) {
    return bytes == null
        ? new Situation(environment, settings())
        : SituationCodec.decode(bytes, settings());
  }

  private CorrelationSettings settings() {
    if (settings == null) {
      settings = options.settings();
    }
    return settings;
  }

  @Override
  protected byte[] encode(Situation situation) {
    return SituationCodec.encode(situation);
  }

  @Override
  protected boolean isOver(Situation situation) {
    return situation.isEmpty();
  }

  @Override
  protected void fold(
      Situation situation, long tickMs, List<Finding> findings, FoldOutput<Incident> found) {
    List<Episode> episodes = new ArrayList<>();
    List<Suspicion> suspicions = new ArrayList<>();
    List<EdgeWindow> edges = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    List<PatternMatch> matches = new ArrayList<>();
    List<Inquiry> inquiries = new ArrayList<>();
    for (Finding finding : findings) {
      add(finding.episode(), episodes);
      add(finding.edge(), edges);
      add(finding.change(), changes);
      add(finding.match(), matches);
      add(finding.suspicion(), suspicions);
      add(finding.inquiry(), inquiries);
    }
    Instant tickEnd = Instant.ofEpochMilli(tickMs + 1000);
    News news = new News(episodes, suspicions, edges, changes, matches);
    situation.fold(tickEnd, news, found::collect);
    inquiries.forEach(one -> found.collect(ANSWERS, situation.answer(one, tickEnd)));
  }

  private static <T> void add(@Nullable T part, List<T> parts) {
    if (part != null) {
      parts.add(part);
    }
  }

  @Override
  protected void advance(Situation situation, long nowMs, FoldOutput<Incident> found) {
    situation.advance(Instant.ofEpochMilli(nowMs), found::collect);
  }

  @Override
  protected long nextWakeMs(Situation situation) {
    return situation.nextWakeMs();
  }
}
