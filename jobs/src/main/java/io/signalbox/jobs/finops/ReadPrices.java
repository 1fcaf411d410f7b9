// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.finops.PriceTellingJson;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads what is told of prices. */
final class ReadPrices extends ProcessFunction<Incoming, PriceTelling> {
  private static final long serialVersionUID = 1;

  /** What tells nothing that prices can be made of. */
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused-prices", TypeInformation.of(DeadLetter.class));

  @Override
  public void processElement(Incoming item, Context context, Collector<PriceTelling> out) {
    if (item.progress()) {
      return;
    }
    try {
      out.collect(PriceTellingJson.read(item.value(), item.offset()));
    } catch (Refusal bad) {
      context.output(
          REFUSED,
          new DeadLetter(
              DeadLetterReason.IMPOSSIBLE_VALUE,
              bad.reason(),
              item.topic(),
              item.partition(),
              item.offset(),
              null,
              item.value()));
    }
  }
}
