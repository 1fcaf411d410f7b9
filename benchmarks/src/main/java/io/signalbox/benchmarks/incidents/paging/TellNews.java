// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.benchmarks.incidents.storm.StormNews;
import io.signalbox.benchmarks.incidents.storm.StormSpec;
import io.signalbox.benchmarks.incidents.storm.StormTick;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Tells the episodes of a second, and beside them the windows of edges. */
final class TellNews extends ProcessFunction<Integer, Episode> {
  private static final long serialVersionUID = 1;

  static final OutputTag<EdgeWindow> EDGES =
      new OutputTag<>("edges", TypeInformation.of(EdgeWindow.class));

  private final StormSpec spec;
  private transient StormNews news;

  TellNews(StormSpec spec) {
    this.spec = spec;
  }

  @Override
  public void open(OpenContext context) {
    news = new StormNews(spec);
  }

  @Override
  public void processElement(Integer second, Context context, Collector<Episode> out) {
    StormTick tick = news.in(second);
    tick.windows().forEach(window -> context.output(EDGES, window));
    tick.episodes().forEach(out::collect);
  }
}
