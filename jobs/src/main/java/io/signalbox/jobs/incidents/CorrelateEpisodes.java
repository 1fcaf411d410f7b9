// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.incidents.Situation;
import io.signalbox.jobs.options.CorrelationOptions;
import io.signalbox.jobs.options.IncidentOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.incidents.SituationCodec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
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

  /** What has changed of the measures of incidents. */
  public static final OutputTag<IncidentMeasure> MEASURES =
      new OutputTag<>("incident-measures", TypeInformation.of(IncidentMeasure.class));

  private static final long BASE = 4096;
  private static final long EACH_EDGE = 96;
  private static final long EACH_SIGN = 512;
  private static final long EACH_FILE = 2048;

  private final CorrelationOptions options;
  private final IncidentOptions incidents;
  private transient @Nullable CorrelationSettings settings;

  /** Correlates by these options. */
  public CorrelateEpisodes(CorrelationOptions options, IncidentOptions incidents) {
    super(new FindingOrder(), TypeInformation.of(Finding.class));
    this.options = options;
    this.incidents = incidents;
  }

  /** What people say or ask without a time, or too late, holds from now on. */
  @Override
  public void processElement(StreamRecord<Finding> element) throws Exception {
    Finding finding = element.getValue();
    boolean said = finding.isStatement() || finding.inquiry() != null;
    boolean passed = said && finding.foundMs() <= passedMs();
    super.processElement(passed ? element.replace(finding.foundAt(passedMs() + 1)) : element);
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
      settings = options.settings(incidents);
    }
    return settings;
  }

  @Override
  protected byte[] encode(Situation situation) {
    return SituationCodec.encode(situation);
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(Situation situation) {
    int signs = situation.episodes().all().size() + situation.doubts().all().size();
    int files = situation.book().files().size() + situation.lifecycle().past().size();
    return BASE + EACH_EDGE * situation.topology().size() + EACH_SIGN * signs + EACH_FILE * files;
  }

  @Override
  protected boolean isOver(Situation situation) {
    return situation.isEmpty();
  }

  @Override
  protected void fold(
      Situation situation, long tickMs, List<Finding> findings, FoldOutput<Incident> found) {
    Instant tickEnd = Instant.ofEpochMilli(tickMs + 1000);
    List<Inquiry> asked =
        findings.stream().map(Finding::inquiry).filter(Objects::nonNull).distinct().toList();
    if (asked.isEmpty()) {
      situation.fold(tickEnd, FoundNews.of(findings), found::collect);
    } else {
      foldAndAnswer(situation, tickEnd, findings, asked, found);
    }
    tellMeasures(situation, found);
  }

  /** A second in which nothing but questions came is looked at as if nobody had asked. */
  private static void foldAndAnswer(
      Situation situation,
      Instant tickEnd,
      List<Finding> findings,
      List<Inquiry> asked,
      FoldOutput<Incident> found) {
    if (findings.stream().allMatch(finding -> finding.inquiry() != null)) {
      situation.advance(tickEnd.minusMillis(1), found::collect);
    } else {
      situation.fold(tickEnd, FoundNews.of(findings), found::collect);
    }
    situation.answers(asked, tickEnd).forEach(answer -> found.collect(ANSWERS, answer));
  }

  @Override
  protected void advance(Situation situation, long nowMs, FoldOutput<Incident> found) {
    situation.advance(Instant.ofEpochMilli(nowMs), found::collect);
    tellMeasures(situation, found);
  }

  private static void tellMeasures(Situation situation, FoldOutput<Incident> found) {
    situation.lifecycle().takeMeasures().forEach(row -> found.collect(MEASURES, row));
  }

  @Override
  protected long nextWakeMs(Situation situation) {
    return situation.nextWakeMs();
  }
}
