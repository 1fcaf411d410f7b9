// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.tokens.TokenPoint;
import io.signalbox.analytics.finops.tokens.TokenReading;
import io.signalbox.analytics.finops.tokens.TokenServices;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import io.signalbox.schemas.finops.UsageLines;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads data points of metrics of tokens, of the services of which these are usages. */
final class ReadTokens extends ProcessFunction<GenAiEvent, TokenPoint> {
  private static final long serialVersionUID = 1;

  /** Points that cannot be understood. */
  private static final OutputTag<UsageBatch> REFUSED =
      new OutputTag<>("refused-tokens", new UsageBatchType());

  private final TokenServices metered;

  ReadTokens(TokenServices metered) {
    this.metered = metered;
  }

  /** The usages that metrics of some services tell. */
  static DataStream<UsageBatch> of(DataStream<GenAiEvent> events, JobOptions options) {
    SingleOutputStreamOperator<TokenPoint> points =
        events
            .process(new ReadTokens(options.finops().metered()))
            .returns(TypeInformation.of(TokenPoint.class))
            .uid("read-tokens")
            .name("Read tokens");
    MeterTokens operator =
        FinopsTopology.with(options, new MeterTokens(options.finops().exchangeRates()));
    return points
        .keyBy(TokenPoint::account, Types.STRING)
        .transform("MeterTokens", new UsageBatchType(), operator)
        .uid(MeterTokens.UID)
        .name("Meter tokens")
        .union(points.getSideOutput(REFUSED));
  }

  @Override
  public void processElement(GenAiEvent event, Context context, Collector<TokenPoint> out) {
    if (metered.has(event.service())) {
      try {
        TokenPoint point = TokenReading.of(event);
        if (point != null) {
          out.collect(point);
        }
      } catch (Refusal why) {
        context.output(REFUSED, UsageLines.refused(event, why));
      }
    }
  }
}
