// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Reads, updates and writes the state of a series for every point. */
final class NaiveEwma extends KeyedProcessFunction<Long, SeriesPoint, SeriesPoint> {
  private static final long serialVersionUID = 1;
  private transient ValueState<Ewma> baseline;

  @Override
  public void open(OpenContext context) {
    baseline =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("ewma", TypeInformation.of(Ewma.class)));
  }

  @Override
  public void processElement(SeriesPoint point, Context context, Collector<SeriesPoint> out)
      throws Exception {
    Ewma ewma = baseline.value();
    if (ewma == null) {
      ewma = new Ewma();
    }
    if (ewma.add(point.value)) {
      out.collect(point);
    }
    baseline.update(ewma);
  }
}
