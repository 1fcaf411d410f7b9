// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageLines;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Reads usages that come as bare bytes; a Kafka source reads its records itself. */
final class ReadLines extends RichFlatMapFunction<byte[], UsageBatch> {
  private static final long serialVersionUID = 1;
  private transient UsageLines lines;
  private transient long line;

  @Override
  public void open(OpenContext context) {
    lines = new UsageLines(new ExchangeRates());
  }

  @Override
  public void flatMap(byte[] value, Collector<UsageBatch> out) {
    out.collect(lines.read("usages", line++, value, Long.MAX_VALUE));
  }
}
