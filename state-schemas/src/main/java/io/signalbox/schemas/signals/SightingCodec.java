// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.patterns.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rows of the symptom table have seen as one payload. */
public final class SightingCodec {
  private static final int VERSION = 1;
  private static final Sighting.Nature[] NATURES = Sighting.Nature.values();

  private SightingCodec() {}

  /** The bytes of a list, in its order. */
  public static byte[] write(List<Sighting> sightings) {
    FlatWriter out = new FlatWriter(VERSION).count(sightings.size());
    for (Sighting one : sightings) {
      out.text(one.look()).count(one.part()).fixed(one.series()).signed(one.atMs());
      out.count(one.nature().ordinal()).real(one.value()).count(one.count());
      write(out, one.fields());
    }
    return out.toBytes();
  }

  /**
   * The list that was written.
   *
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static List<Sighting> read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, VERSION);
    int size = in.length();
    List<Sighting> sightings = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      sightings.add(
          new Sighting(
              in.text(),
              (int) in.count(),
              in.fixed(),
              in.signed(),
              nature(in.count()),
              in.real(),
              in.count(),
              fields(in)));
    }
    return sightings;
  }

  private static Sighting.Nature nature(long ordinal) {
    if (ordinal < 0 || ordinal >= NATURES.length) {
      throw new IllegalArgumentException("no nature " + ordinal);
    }
    return NATURES[(int) ordinal];
  }

  /** Writes texts by name. */
  public static void write(FlatWriter out, Map<String, String> fields) {
    out.count(fields.size());
    fields.forEach((label, value) -> out.text(label).text(value));
  }

  /** Reads texts by name. */
  public static Map<String, String> fields(FlatReader in) {
    int size = in.length();
    Map<String, String> fields = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      fields.put(in.text(), in.text());
    }
    return fields;
  }
}
