// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.options.JobOptions;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** The correlate job: from what is not as usual to incidents. */
public final class CorrelateTopology {
  private CorrelateTopology() {}

  /** Wires the job; all inputs carry timestamps and watermarks. */
  public static DataStream<Incident> build(
      DataStream<Episode> episodes,
      DataStream<EdgeWindow> edges,
      DataStream<Change> changes,
      JobOptions options) {
    CorrelateEpisodes correlate = new CorrelateEpisodes(options.correlation());
    if (options.time().foldOnArrival()) {
      correlate.foldOnArrival();
    }
    return found(episodes, "episodes", Finding::of)
        .union(found(edges, "edges", Finding::of), found(changes, "changes", Finding::of))
        .keyBy(Finding::environment, Types.STRING)
        .transform("CorrelateEpisodes", TypeInformation.of(Incident.class), correlate)
        .uid(CorrelateEpisodes.UID)
        .name("Correlate episodes");
  }

  private static <T> DataStream<Finding> found(
      DataStream<T> items, String name, MakeFinding<T> make) {
    return items
        .process(new StampFinding<>(make))
        .returns(TypeInformation.of(Finding.class))
        .uid("stamp-" + name)
        .name("Stamp " + name);
  }

  private interface MakeFinding<T> extends java.io.Serializable {
    Finding of(long foundMs, T item);
  }

  /**
   * Puts the record's timestamp into the finding, because state keeps no timestamps. A change that
   * is announced late counts from now on rather than never.
   */
  private static final class StampFinding<T> extends ProcessFunction<T, Finding> {
    private static final long serialVersionUID = 1;
    private final MakeFinding<T> make;

    StampFinding(MakeFinding<T> make) {
      this.make = make;
    }

    @Override
    public void processElement(T item, Context context, Collector<Finding> out) {
      Long timestamp = context.timestamp();
      if (timestamp == null) {
        throw new IllegalStateException("a finding without a timestamp: " + item);
      }
      long ahead = Math.max(timestamp, context.timerService().currentWatermark() + 1);
      out.collect(make.of(ahead, item));
    }
  }
}
