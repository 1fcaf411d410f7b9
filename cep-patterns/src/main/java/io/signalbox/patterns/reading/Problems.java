// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.analytics.signals.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong while a file is read, and where things stand. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private final Map<String, Place> places = new TreeMap<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Place place, String message) {
    found.add(new Problem(Problem.Level.ERROR, file, place.line(), place.column(), message));
  }

  void add(Node node, String message) {
    add(placeOf(node), message);
  }

  /** Remembers where something stands. */
  void mark(String path, Node node) {
    places.put(path, placeOf(node));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> sorted() {
    return found.stream().sorted().distinct().toList();
  }

  Map<String, Place> places() {
    return places;
  }

  static Place placeOf(Node node) {
    return new Place(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }

  /** A question that names what may have been meant, or nothing. */
  static String meant(String word, Collection<String> known) {
    List<String> near = NearNames.of(word, known, 1);
    return near.isEmpty() ? "" : ": did you mean " + near.get(0) + "?";
  }
}
