// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.tokens.TokenInterval;
import io.signalbox.analytics.finops.tokens.TokenKind;
import io.signalbox.analytics.finops.tokens.TokenSeries;
import io.signalbox.analytics.finops.tokens.TokenStream;
import java.util.Map;

/** Bytes of how far the metrics of tokens of an account have counted. Version 1. */
public final class TokenSeriesCodec {
  private static final int VERSION = 1;
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final TokenKind[] KINDS = TokenKind.values();

  private TokenSeriesCodec() {}

  /** The bytes. */
  public static byte[] write(TokenSeries series) {
    LedgerWriter out = new LedgerWriter().put(VERSION).signed(series.latestNs());
    out.put((series.inputCounted() ? INPUT : 0) + (series.outputCounted() ? OUTPUT : 0));
    out.count(series.streams().size());
    series.streams().forEach((hash, stream) -> write(hash, stream, out));
    out.count(series.intervals().size());
    series.intervals().forEach((endNs, interval) -> write(endNs, interval, out));
    return out.toBytes();
  }

  private static void write(long hash, TokenStream stream, LedgerWriter out) {
    out.signed(hash).signed(stream.knownNs()).signed(stream.forgottenNs());
    out.count(stream.starts().size());
    for (Map.Entry<Long, TokenStream.Counted> one : stream.starts().entrySet()) {
      TokenStream.Counted counted = one.getValue();
      out.signed(one.getKey()).signed(counted.endNs() - one.getKey());
      out.signed(counted.sum()).signed(counted.count());
    }
  }

  private static void write(long endNs, TokenInterval interval, LedgerWriter out) {
    out.signed(endNs).count(interval.revision()).count(interval.parts().size());
    for (TokenInterval.Part part : interval.parts()) {
      out.signed(part.series()).signed(endNs - part.startNs()).count(part.kind().ordinal());
      out.signed(part.sum()).signed(part.count()).signed(part.max());
    }
  }

  /** What such bytes say. */
  public static TokenSeries read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    long latestNs = in.signed();
    int counted = in.take();
    TokenSeries series = new TokenSeries(latestNs, (counted & INPUT) != 0, (counted & OUTPUT) != 0);
    for (int left = in.length(); left > 0; left--) {
      series.streams().put(in.signed(), stream(in));
    }
    for (int left = in.length(); left > 0; left--) {
      long endNs = in.signed();
      series.intervals().put(endNs, interval(endNs, in));
    }
    return series;
  }

  private static TokenStream stream(LedgerReader in) {
    TokenStream stream = new TokenStream(in.signed(), in.signed());
    for (int left = in.length(); left > 0; left--) {
      long startNs = in.signed();
      long endNs = startNs + in.signed();
      stream.starts().put(startNs, new TokenStream.Counted(endNs, in.signed(), in.signed()));
    }
    return stream;
  }

  private static TokenInterval interval(long endNs, LedgerReader in) {
    TokenInterval interval = new TokenInterval(in.count());
    for (int left = in.length(); left > 0; left--) {
      interval
          .parts()
          .add(
              new TokenInterval.Part(
                  in.signed(),
                  endNs - in.signed(),
                  KINDS[(int) in.count()],
                  in.signed(),
                  in.signed(),
                  in.signed()));
    }
    return interval;
  }
}
