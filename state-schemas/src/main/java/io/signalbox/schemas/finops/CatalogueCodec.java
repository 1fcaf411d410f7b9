// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CatalogueEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bytes of a price catalogue: equal catalogues have equal bytes. Version 1. */
public final class CatalogueCodec {
  private static final int VERSION = 1;

  private CatalogueCodec() {}

  /** Writes a catalogue. */
  public static byte[] write(Collection<CatalogueEntry> entries) {
    List<CatalogueEntry> all = new ArrayList<>(entries);
    all.sort(Comparator.comparing(CatalogueEntry::model));
    LedgerWriter out = new LedgerWriter().put(VERSION).count(all.size());
    for (CatalogueEntry entry : all) {
      out.text(entry.model()).text(entry.provider());
      prices(entry.prices(), out);
      out.count(entry.ranges().size());
      for (CatalogueEntry.Range range : entry.ranges()) {
        out.signed(range.above()).signed(range.upTo());
        prices(range.prices(), out);
      }
    }
    return out.toBytes();
  }

  private static void prices(Map<String, String> prices, LedgerWriter out) {
    out.count(prices.size());
    new TreeMap<>(prices).forEach((field, price) -> out.text(field).text(price));
  }

  /** Reads a catalogue. */
  public static List<CatalogueEntry> read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    List<CatalogueEntry> all = new ArrayList<>();
    for (int left = in.length(); left > 0; left--) {
      String model = in.text();
      String provider = in.optionalText();
      Map<String, String> prices = prices(in);
      List<CatalogueEntry.Range> ranges = new ArrayList<>();
      for (int more = in.length(); more > 0; more--) {
        ranges.add(new CatalogueEntry.Range(in.signed(), in.signed(), prices(in)));
      }
      all.add(new CatalogueEntry(model, provider, prices, ranges));
    }
    return all;
  }

  private static Map<String, String> prices(LedgerReader in) {
    Map<String, String> prices = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      prices.put(in.text(), in.text());
    }
    return prices;
  }
}
