// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.PriceLeaps;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.schemas.finops.PriceQuarantine;
import io.signalbox.schemas.finops.PriceTellingsCodec;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells which prices wait and what became of them, price by price, because tasks that charge all
 * hear of every price and would each tell it.
 */
final class TellQuarantine extends KeyedProcessFunction<String, PriceTelling, PriceQuarantine> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "tell-quarantine";

  private static final ValueStateDescriptor<byte[]> TOLD =
      new ValueStateDescriptor<>(
          "told-of-price", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private transient ValueState<byte[]> told;

  /** Wires it behind what is told of prices. */
  static DataStream<PriceQuarantine> of(DataStream<PriceTelling> prices) {
    return prices
        .keyBy(TellQuarantine::price, Types.STRING)
        .process(new TellQuarantine())
        .returns(TypeInformation.of(PriceQuarantine.class))
        .uid(UID)
        .name("Tell quarantine");
  }

  /** Of which price something is told, as a text for a shuffle. */
  static String price(PriceTelling telling) {
    return telling.event().model() + '\n' + telling.event().field();
  }

  @Override
  public void open(OpenContext context) {
    told = getRuntimeContext().getState(TOLD);
  }

  @Override
  public void processElement(PriceTelling telling, Context context, Collector<PriceQuarantine> out)
      throws Exception {
    byte[] bytes = told.value();
    PriceLeaps leaps = new PriceLeaps(bytes == null ? List.of() : PriceTellingsCodec.read(bytes));
    leaps.take(telling).forEach(change -> out.collect(PriceQuarantine.of(change)));
    told.update(PriceTellingsCodec.write(leaps.told()));
  }
}
