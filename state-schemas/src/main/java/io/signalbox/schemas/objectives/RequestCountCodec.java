// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.objectives;

import io.signalbox.analytics.objectives.RequestCount;
import io.signalbox.schemas.signals.BinsCodec;
import io.signalbox.schemas.signals.DistinctCodec;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;

/** What was counted of the requests of a service in the window that is open. */
public final class RequestCountCodec {
  /** 1: without users; 2: with them. */
  private static final int VERSION = 2;

  private RequestCountCodec() {}

  /** The block of a count, its version first. */
  public static byte[] encode(RequestCount count) {
    FlatWriter out = new FlatWriter(VERSION);
    out.flag(count.serves).signed(count.windowEndMs).count(count.requests).count(count.errors);
    BinsCodec.write(out, count.durations.bins(), count.durations.counts());
    out.count(count.users.size());
    count.users.forEach(
        (objective, users) -> {
          out.text(objective);
          DistinctCodec.write(out, users);
        });
    return out.toBytes();
  }

  /**
   * The count in a block.
   *
   * @throws IllegalArgumentException for bytes of a version that is not known
   */
  public static RequestCount decode(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, 1, VERSION);
    RequestCount count = new RequestCount();
    count.serves = in.flag();
    count.windowEndMs = in.signed();
    count.requests = in.count();
    count.errors = in.count();
    int[] bins = BinsCodec.readBins(in);
    count.durations.addAll(bins, BinsCodec.readCounts(in, bins.length));
    for (int left = in.version() > 1 ? in.length() : 0; left > 0; left--) {
      count.users.put(in.text(), DistinctCodec.read(in));
    }
    return count;
  }
}
