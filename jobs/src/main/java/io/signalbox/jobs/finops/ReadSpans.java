// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.tokens.TokenServices;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageLines;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Reads what GenAI spans have used, but of services of which metrics say so. */
final class ReadSpans extends RichFlatMapFunction<GenAiEvent, UsageBatch> {
  private static final long serialVersionUID = 1;
  private final ExchangeRates rates;
  private final TokenServices metered;
  private transient UsageLines lines;

  /** Reads with those rates of exchange. */
  ReadSpans(ExchangeRates rates) {
    this(rates, TokenServices.NONE);
  }

  /** The same without the spans of some services. */
  ReadSpans(ExchangeRates rates, TokenServices metered) {
    this.rates = rates;
    this.metered = metered;
  }

  @Override
  public void open(OpenContext context) {
    lines = new UsageLines(rates);
  }

  @Override
  public void flatMap(GenAiEvent event, Collector<UsageBatch> out) {
    UsageBatch read = metered.has(event.service()) ? null : lines.read(event);
    if (read != null) {
      out.collect(read);
    }
  }
}
