// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes trees as the two classes of the detector that hold them: one string would be too long. */
public final class TreeSources {
  /** Where these classes are, below the root of the repository. */
  public static final Path PLACE =
      Path.of("analytics/src/main/java/io/signalbox/analytics/detection");

  private static final int LINE = 86;

  private static final String FIRST =
      """
      /**
       * The learned weights of {@link Combiner}. A split is {@code feature<threshold} with the index of
       * {@link Features}, followed by the tree for values not above the threshold and the tree for values
       * above it; a leaf is what it adds to the log-odds.
       *
       * <p>Written by {@code ./signalbox learn detection} from the labelled sets that docs/detection.md
       * names; docs/decisions/0005-detector.md records how well that carries over to other series.
       */
      """;

  private static final String SECOND =
      """
      /** The second half of the trees of {@link CombinerTrees}: same form, same origin. */
      """;

  private TreeSources() {}

  /** The classes and what is in them, the same for the same trees. */
  static List<Source> of(Trees trees) {
    int half = trees.list().size() / 2;
    Trees first = new Trees(trees.list().subList(0, half));
    Trees second = new Trees(trees.list().subList(half, trees.list().size()));
    return List.of(
        new Source("CombinerTrees", text("CombinerTrees", FIRST, first)),
        new Source("LaterCombinerTrees", text("LaterCombinerTrees", SECOND, second)));
  }

  /** A class. */
  record Source(String name, String text) {
    Path in(Path folder) {
      return folder.resolve(name + ".java");
    }
  }

  /**
   * Writes them.
   *
   * @param folder made if need be
   */
  public static void write(Trees trees, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Source source : of(trees)) {
      Files.writeString(source.in(folder), source.text());
    }
  }

  /**
   * Those classes in a folder that are not, byte for byte, what would be written.
   *
   * @throws IOException if one cannot be read; one that is absent differs
   */
  public static List<Path> others(Trees trees, Path folder) throws IOException {
    List<Path> others = new ArrayList<>();
    for (Source source : of(trees)) {
      Path file = source.in(folder);
      if (!Files.exists(file) || !Files.readString(file).equals(source.text())) {
        others.add(file);
      }
    }
    return others;
  }

  private static String text(String name, String comment, Trees trees) {
    return "// SPDX-License-Identifier: Apache-2.0\npackage io.signalbox.analytics.detection;\n\n"
        + comment
        + "final class "
        + name
        + " {\n  /** Trees, one after another, each root first. */\n  static final String TREES =\n      \""
        + String.join(" \"\n          + \"", lines(trees.nodes()))
        + "\";\n\n  private "
        + name
        + "() {}\n}\n";
  }

  private static List<String> lines(List<String> nodes) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String node : nodes) {
      if (line.length() + node.length() + 1 > LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(node);
    }
    lines.add(line.toString());
    return lines;
  }
}
