// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.patterns.SymptomRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metrics that rows of the symptom table name, found by the hash of the name that the reader
 * takes once for all points of a metric anyway: a metric without a row costs one look into an
 * array.
 */
final class NamedMetrics {
  private final long[] hashes;
  private final byte[][] names;
  private final List<List<MetricUse>> uses = new ArrayList<>();
  private final int[] places;
  private final int mask;

  /** Which number of a point is meant. */
  enum Scalar {
    VALUE,
    COUNT,
    SUM
  }

  /**
   * What a row wants of a metric.
   *
   * @param part 0 to read it, 1 to divide by it
   */
  record MetricUse(RowUse use, int part, Scalar scalar) {}

  NamedMetrics(List<RowUse> rows) {
    Map<String, List<MetricUse>> byName = new HashMap<>();
    for (RowUse use : rows) {
      SymptomRow row = use.row;
      row.selection().names().forEach(name -> add(byName, use, name, 0));
      row.selection().over().forEach(name -> add(byName, use, name, 1));
    }
    int size = Integer.highestOneBit(Math.max(4, byName.size() * 4));
    mask = size - 1;
    hashes = new long[size];
    names = new byte[size][];
    places = new int[size];
    byName.forEach(this::put);
  }

  private static void add(
      Map<String, List<MetricUse>> byName, RowUse use, String written, int part) {
    int hash = written.indexOf('#');
    String name = hash < 0 ? written : written.substring(0, hash);
    Scalar scalar =
        switch (hash < 0 ? "" : written.substring(hash)) {
          case "#sum" -> Scalar.SUM;
          case "#count" -> Scalar.COUNT;
          default -> Scalar.VALUE;
        };
    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(new MetricUse(use, part, scalar));
  }

  private void put(String name, List<MetricUse> wanted) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    long hash = Hash64.mix(Hash64.of(utf8, 0, utf8.length));
    int slot = (int) hash & mask;
    while (names[slot] != null) {
      slot = (slot + 1) & mask;
    }
    hashes[slot] = hash;
    names[slot] = utf8;
    places[slot] = uses.size();
    uses.add(List.copyOf(wanted));
  }

  /** What rows want of a metric, null when none names it. */
  @Nullable List<MetricUse> usesOf(MetricView metric) {
    long hash = metric.mixedName();
    int slot = (int) hash & mask;
    while (names[slot] != null) {
      if (hashes[slot] == hash && metric.name().is(names[slot])) {
        return uses.get(places[slot]);
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }
}
