// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.tokens.TokenPoint;
import io.signalbox.analytics.finops.tokens.TokenSeries;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.TokenSeriesCodec;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageLines;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/** Tells usages of metrics of tokens, because a counter says how far it is, not what was used. */
final class MeterTokens extends EventTimeFold<TokenPoint, UsageBatch, TokenSeries> {
  private static final long serialVersionUID = 1;
  private static final long TICK_MS = 1000;
  private static final long BYTES_OF_ENTRY = 256;

  /** Identity of the operator in savepoints. */
  static final String UID = "meter-tokens";

  private final ExchangeRates rates;
  private transient UsageLines lines;

  /** Makes the operator. */
  MeterTokens(ExchangeRates rates) {
    super(new ByEnd(), TypeInformation.of(TokenPoint.class));
    this.rates = rates;
  }

  @Override
  public void open() throws Exception {
    super.open();
    lines = new UsageLines(rates);
  }

  @Override
  protected String stateName() {
    return "token-series";
  }

  @Override
  protected TokenSeries decode(String account, byte @Nullable [] bytes) {
    return bytes == null ? new TokenSeries() : TokenSeriesCodec.read(bytes);
  }

  @Override
  protected byte[] encode(TokenSeries series) {
    return TokenSeriesCodec.write(series);
  }

  @Override
  protected boolean isOver(TokenSeries series) {
    return series.isOver();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(TokenSeries series) {
    return BYTES_OF_ENTRY * (1L + series.size());
  }

  @Override
  protected void fold(
      TokenSeries series, long tickMs, List<TokenPoint> points, FoldOutput<UsageBatch> found) {
    series.take(
        points.get(0).account(),
        points,
        usage -> found.collect(lines.read(usage)),
        refusal -> found.collect(UsageLines.refused(refusal)));
  }

  @Override
  protected void advance(TokenSeries series, long nowMs, FoldOutput<UsageBatch> found) {
    series.endIfAfter(nowMs);
  }

  @Override
  protected long nextWakeMs(TokenSeries series) {
    return series.endMs();
  }

  private static final class ByEnd implements TickOrder<TokenPoint> {
    private static final long serialVersionUID = 1;

    @Override
    public long tickMs(TokenPoint point) {
      return Math.floorDiv(point.endMs(), TICK_MS) * TICK_MS;
    }

    @Override
    public int compare(TokenPoint left, TokenPoint right) {
      return TokenPoint.ORDER.compare(left, right);
    }
  }
}
