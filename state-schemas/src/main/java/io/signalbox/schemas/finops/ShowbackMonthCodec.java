// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.aggregates.ShowbackMonth;
import java.util.Map;
import java.util.TreeMap;

/** Bytes of a month of tenants: version, revision, what is each tenant's own. Version 1. */
public final class ShowbackMonthCodec {
  private static final int VERSION = 1;

  private ShowbackMonthCodec() {}

  /** Its bytes, but for its start. */
  public static byte[] write(ShowbackMonth month) {
    LedgerWriter out = new LedgerWriter().put(VERSION).count(month.revision());
    out.count(month.tenants().size());
    month
        .tenants()
        .forEach((tenant, own) -> out.text(tenant).decimal(own.cost()).signed(own.charges()));
    return out.toBytes();
  }

  /** The month that starts then, epoch milliseconds, as such bytes say. */
  public static ShowbackMonth read(long startMs, byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    long revision = in.count();
    Map<String, ShowbackMonth.Own> tenants = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      tenants.put(in.text(), new ShowbackMonth.Own(in.decimal(), in.signed()));
    }
    return new ShowbackMonth(startMs, tenants, revision);
  }
}
