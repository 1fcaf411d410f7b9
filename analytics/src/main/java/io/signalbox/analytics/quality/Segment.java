// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Part of the answers of a service of which one thing is watched.
 *
 * @param metric what is judged
 * @param cut part of the answers, such as {@code tenant=acme}; empty for all of them
 * @param model version that answers
 */
public record Segment(String metric, String cut, String model) implements Comparable<Segment> {
  private static final Comparator<Segment> ORDER =
      Comparator.comparing(Segment::metric)
          .thenComparing(Segment::cut)
          .thenComparing(Segment::model);

  @Override
  public int compareTo(Segment other) {
    return ORDER.compare(this, other);
  }

  /** Whether it is all of the answers of a version. */
  public boolean isWhole() {
    return cut.isEmpty();
  }

  /** The same of another version. */
  Segment of(String other) {
    return new Segment(metric, cut, other);
  }

  /** The same of another metric. */
  Segment as(String other) {
    return new Segment(other, cut, model);
  }

  /** The parts that an answer is in: the whole first. */
  static List<String> cutsOf(Answer answer) {
    List<String> cuts = new ArrayList<>(List.of(""));
    if (!answer.tenant().isEmpty()) {
      cuts.add("tenant=" + answer.tenant());
    }
    if (!answer.route().isEmpty()) {
      cuts.add("route=" + answer.route());
    }
    new TreeMap<>(answer.segments()).forEach((name, value) -> cuts.add(name + '=' + value));
    return cuts;
  }

  /** The segment that a text such as {@code relevance of gpt-4o for tenant=acme} names. */
  public static Segment parse(String text) {
    int of = text.indexOf(" of ");
    int cut = text.indexOf(" for ", Math.max(0, of));
    String rest = cut < 0 ? text : text.substring(0, cut);
    String metric = of < 0 ? rest : rest.substring(0, of);
    String model = of < 0 ? "" : rest.substring(of + 4);
    return new Segment(metric, cut < 0 ? "" : text.substring(cut + 5), model);
  }

  /** For a person. */
  public String text() {
    String of = model.isEmpty() ? metric : metric + " of " + model;
    return cut.isEmpty() ? of : of + " for " + cut;
  }
}
