// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.objectives;

import io.signalbox.analytics.objectives.RequestCount;
import io.signalbox.schemas.signals.BinsCodec;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** What was counted of the requests of a service in the window that is open. */
public final class RequestCountCodec {
  private static final int VERSION = 1;

  private RequestCountCodec() {}

  /** The block of a count, its version first. */
  public static byte[] encode(RequestCount count) {
    FlatWriter out = new FlatWriter(VERSION);
    out.flag(count.serves).signed(count.windowEndMs).count(count.requests).count(count.errors);
    BinsCodec.write(out, count.durations.bins(), count.durations.counts());
    return out.toBytes();
  }

  /**
   * The count in a block.
   *
   * @throws IllegalArgumentException for bytes of a version that is not known
   */
  public static RequestCount decode(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, VERSION);
    RequestCount count = new RequestCount();
    count.serves = in.flag();
    count.windowEndMs = in.signed();
    count.requests = in.count();
    count.errors = in.count();
    int[] bins = BinsCodec.readBins(in);
    count.durations.addAll(bins, BinsCodec.readCounts(in, bins.length));
    return count;
  }
}
