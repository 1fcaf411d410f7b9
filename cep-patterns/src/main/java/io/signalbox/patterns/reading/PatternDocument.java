// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.testing.PatternTest;
import java.util.List;
import java.util.Map;

/**
 * One pattern as a file has it.
 *
 * @param file name of the file
 * @param pattern what it matches
 * @param metadata what is said of it
 * @param tests what it carries to show that it matches what it should
 * @param places where things stand in the file, by path, such as {@code stage.deploy.where}, {@code
 *     spec.within} or {@code emit.title}
 */
public record PatternDocument(
    String file,
    FailurePattern pattern,
    Metadata metadata,
    List<PatternTest> tests,
    Map<String, Place> places) {
  /** Keeps unmodifiable copies. */
  public PatternDocument {
    tests = List.copyOf(tests);
    places = Map.copyOf(places);
  }

  /** Where something stands; where the nearest thing around it does when it is not there. */
  public Place place(String path) {
    String at = path;
    while (!places.containsKey(at) && at.indexOf('.') >= 0) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    return places.getOrDefault(at, Place.START);
  }
}
