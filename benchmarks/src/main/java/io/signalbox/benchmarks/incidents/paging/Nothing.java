// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Lets watermarks pass, and nothing else. */
final class Nothing<I, O> extends ProcessFunction<I, O> {
  private static final long serialVersionUID = 1;

  @Override
  public void processElement(I item, Context context, Collector<O> out) {}
}
