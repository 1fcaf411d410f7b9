// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** A text as a tree, within bounds that no pattern and no table needs to exceed. */
public final class YamlSource {
  /** Greatest size of a pattern, bytes. */
  static final int GREATEST_BYTES = 64 * 1024;

  private static final int GREATEST_DEPTH = 12;

  private final List<String> lines;
  private final @Nullable Node root;

  private YamlSource(List<String> lines, @Nullable Node root) {
    this.lines = lines;
    this.root = root;
  }

  /** Reads a pattern; what is wrong is told. */
  static YamlSource of(String text, Problems problems) {
    return of(text, "a pattern", GREATEST_BYTES, problems);
  }

  /**
   * Reads a text; what is wrong is told.
   *
   * @param what how a person calls it
   * @param most greatest size, bytes
   */
  public static YamlSource of(String text, String what, int most, Problems problems) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      problems.add(Place.START, tooLong(what, most, bytes));
      return new YamlSource(List.of(), null);
    }
    return new YamlSource(text.lines().toList(), compose(text, most, problems));
  }

  /** What is said of a pattern that is too long. */
  static String tooLong(long bytes) {
    return tooLong("a pattern", GREATEST_BYTES, bytes);
  }

  private static String tooLong(String what, int most, long bytes) {
    return what + " has at most " + most + " bytes, this has " + bytes;
  }

  /** The tree, or null when there is none. */
  public @Nullable Node root() {
    return root;
  }

  /** The column of the first letter of a line that is not a space, from 1. */
  int indentOf(int line) {
    String text = line <= lines.size() ? lines.get(line - 1) : "";
    return text.length() - text.stripLeading().length() + 1;
  }

  private static @Nullable Node compose(String text, int most, Problems problems) {
    LoaderOptions bounds = new LoaderOptions();
    bounds.setCodePointLimit(most);
    bounds.setNestingDepthLimit(GREATEST_DEPTH);
    Yaml yaml = new Yaml(new SafeConstructor(bounds));
    try {
      for (Event event : yaml.parse(new StringReader(text))) {
        if (event instanceof AliasEvent) {
          problems.add(place(event.getStartMark()), "no aliases: write it out");
          return null;
        }
      }
      Node root = yaml.compose(new StringReader(text));
      if (root == null) {
        problems.add(Place.START, "nothing here");
      }
      return root;
    } catch (MarkedYAMLException problem) {
      problems.add(place(problem.getProblemMark()), "no YAML: " + words(problem));
    } catch (YAMLException problem) {
      problems.add(Place.START, "no YAML: " + problem.getMessage());
    }
    return null;
  }

  /** The problem, and where what it is about began. */
  private static String words(MarkedYAMLException problem) {
    Mark began = problem.getContextMark();
    return began == null || problem.getContext() == null
        ? problem.getProblem()
        : problem.getProblem()
            + " ("
            + problem.getContext()
            + " that begins in line "
            + (began.getLine() + 1)
            + ")";
  }

  private static Place place(@Nullable Mark mark) {
    return mark == null ? Place.START : new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
