// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.finops.anomalies.Callers;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.incidents.StampFinding;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.CallersCodec;
import io.signalbox.schemas.finops.CostEpisode;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * Ties unusual costs to the services that made the calls, because incidents and patterns are about
 * services, and a bill names none.
 */
public final class TieCosts extends EventTimeFold<CostSign, Episode, Callers> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "tie-costs";

  TieCosts() {
    super(new SignOrder(), TypeInformation.of(CostSign.class));
  }

  /**
   * Wires the tying.
   *
   * @param costs what is unusual
   * @param calls of models, with who made them
   * @return an episode for each service concerned
   */
  public static DataStream<Episode> of(
      DataStream<CostEpisode> costs, DataStream<GenAiEvent> calls, JobOptions options) {
    TypeInformation<CostSign> type = TypeInformation.of(CostSign.class);
    return calls
        .transform("GatherCallers", type, new GatherCallers())
        .uid(GatherCallers.UID)
        .name("Gather callers")
        .union(StampFinding.stamp(costs, "costs", CostSign::of, type))
        .keyBy(CostSign::subject, Types.STRING)
        .transform(
            "TieCosts",
            TypeInformation.of(Episode.class),
            FinopsTopology.with(options, new TieCosts()))
        .uid(UID)
        .name("Tie costs");
  }

  @Override
  protected String stateName() {
    return "callers";
  }

  @Override
  protected Callers decode(String key, byte @Nullable [] bytes) {
    return bytes == null ? new Callers() : CallersCodec.read(bytes);
  }

  @Override
  protected byte[] encode(Callers callers) {
    return CallersCodec.write(callers);
  }

  @Override
  protected boolean isOver(Callers callers) {
    return callers.isEmpty();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected void fold(
      Callers callers, long tickMs, List<CostSign> signs, FoldOutput<Episode> found) {
    for (CostSign sign : signs) {
      CostEpisode cost = sign.episode();
      if (cost == null) {
        Callers.Caller caller = new Callers.Caller(sign.environment(), sign.service());
        callers.see(caller, sign.foundMs(), sign.calls());
      } else {
        boolean over = cost.status() == EpisodeStatus.CLOSED;
        callers
            .concerned(cost.id(), over, cost.fromAt().toEpochMilli())
            .forEach(one -> found.collect(cost.about(one.environment(), one.service())));
      }
    }
  }

  @Override
  protected void advance(Callers callers, long nowMs, FoldOutput<Episode> found) {
    callers.sweep(nowMs);
  }

  @Override
  protected long nextWakeMs(Callers callers) {
    return callers.nextWakeMs();
  }

  /** Calls first, because who has called is to be told; then episodes by id and revision. */
  private static final class SignOrder implements TickOrder<CostSign> {
    private static final long serialVersionUID = 1;
    private static final long TICK_MS = 1000;
    private static final Comparator<CostEpisode> EPISODES =
        Comparator.nullsFirst(
            Comparator.comparing(CostEpisode::id).thenComparingInt(CostEpisode::revision));
    private static final Comparator<CostSign> ORDER =
        Comparator.comparing(CostSign::episode, EPISODES)
            .thenComparingLong(CostSign::foundMs)
            .thenComparing(CostSign::environment)
            .thenComparing(CostSign::service)
            .thenComparingLong(CostSign::calls);

    @Override
    public long tickMs(CostSign sign) {
      return Math.floorDiv(sign.foundMs(), TICK_MS) * TICK_MS;
    }

    @Override
    public int compare(CostSign left, CostSign right) {
      return ORDER.compare(left, right);
    }
  }
}
