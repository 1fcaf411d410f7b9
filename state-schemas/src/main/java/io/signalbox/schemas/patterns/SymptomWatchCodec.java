// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.SymptomWatch;
import io.signalbox.analytics.patterns.WatchedSymptom;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import io.signalbox.schemas.signals.SightingCodec;
import java.util.Map;
import java.util.TreeMap;

/** What a service's symptoms are watched by, as flat bytes. */
public final class SymptomWatchCodec {
  private static final int VERSION = 1;

  private SymptomWatchCodec() {}

  /** The bytes of a watch. */
  public static byte[] write(SymptomWatch watch) {
    FlatWriter out = new FlatWriter(VERSION).count(watch.refused).count(watch.rows.size());
    watch.rows.forEach(
        (row, places) -> {
          out.text(row).signed(watch.firstSeenMs.getOrDefault(row, 0L)).count(places.size());
          places.forEach(
              (fields, known) -> {
                SightingCodec.write(out, fields.values());
                write(out, known);
              });
        });
    return out.toBytes();
  }

  /**
   * Fills a watch of which nothing is known.
   *
   * @throws IllegalArgumentException for bytes of another version
   */
  public static void read(byte[] bytes, SymptomWatch watch) {
    FlatReader in = new FlatReader(bytes, VERSION);
    watch.refused = in.count();
    int rows = in.length();
    for (int i = 0; i < rows; i++) {
      String row = in.text();
      watch.firstSeenMs.put(row, in.signed());
      TreeMap<SymptomWatch.Fields, WatchedSymptom> places = new TreeMap<>();
      int size = in.length();
      for (int j = 0; j < size; j++) {
        places.put(new SymptomWatch.Fields(SightingCodec.fields(in)), symptom(in));
      }
      watch.rows.put(row, places);
    }
  }

  private static void write(FlatWriter out, WatchedSymptom known) {
    out.signed(known.lastSeenMs).signed(known.lastToldMs).count(known.streak);
    out.flag(known.active).flag(known.absent);
    out.real(known.usual).count(known.usualReadings).real(known.over);
    write(out, known.counters);
    write(out, known.overCounters);
    write(out, known.points);
  }

  private static WatchedSymptom symptom(FlatReader in) {
    WatchedSymptom known = new WatchedSymptom();
    known.lastSeenMs = in.signed();
    known.lastToldMs = in.signed();
    known.streak = (int) in.count();
    known.active = in.flag();
    known.absent = in.flag();
    known.usual = in.real();
    known.usualReadings = (int) in.count();
    known.over = in.real();
    read(in, known.counters);
    read(in, known.overCounters);
    read(in, known.points);
    return known;
  }

  private static void write(FlatWriter out, Map<Long, Double> numbers) {
    out.count(numbers.size());
    numbers.forEach((key, value) -> out.fixed(key).real(value));
  }

  private static void read(FlatReader in, Map<Long, Double> numbers) {
    int size = in.length();
    for (int i = 0; i < size; i++) {
      numbers.put(in.fixed(), in.real());
    }
  }
}
