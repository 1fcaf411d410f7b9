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
public final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private final Map<String, Place> places = new TreeMap<>();

  /**
   * Begins to read.
   *
   * @param file what to call it
   */
  public Problems(String file) {
    this.file = file;
  }

  /** Something is wrong at a place. */
  public void add(Place place, String message) {
    found.add(new Problem(Problem.Level.ERROR, file, place.line(), place.column(), message));
  }

  /** Something is wrong with what stands at a node. */
  public void add(Node node, String message) {
    add(placeOf(node), message);
  }

  /** Remembers where something stands. */
  void mark(String path, Node node) {
    places.put(path, placeOf(node));
  }

  /** True when nothing was wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All that is wrong, in the order of the text. */
  public List<Problem> sorted() {
    return found.stream().sorted().distinct().toList();
  }

  Map<String, Place> places() {
    return places;
  }

  /** Where a node begins. */
  public static Place placeOf(Node node) {
    return new Place(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }

  /** A question that names what may have been meant, or nothing. */
  static String meant(String word, Collection<String> known) {
    List<String> near = NearNames.of(word, known, 1);
    return near.isEmpty() ? "" : ": did you mean " + near.get(0) + "?";
  }
}
