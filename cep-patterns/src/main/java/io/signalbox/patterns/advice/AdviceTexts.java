// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a catalogue is made of: they travel to where they are used, what is compiled does
 * not.
 */
public record AdviceTexts(NamedText taxonomy, NamedText actions, List<NamedText> runbooks)
    implements Serializable {
  private static final String TAXONOMY = "taxonomy.yaml";
  private static final String ACTIONS = "actions.yaml";
  private static final String FOLDER = "runbooks/";
  private static final String INDEX = FOLDER + "index.txt";

  /** Keeps a copy that can travel. */
  public AdviceTexts {
    runbooks = new ArrayList<>(runbooks);
  }

  /** What ships with Signalbox: {@code flink-conf/taxonomy.yaml} and so on. */
  public static AdviceTexts shipped() {
    List<NamedText> runbooks = new ArrayList<>();
    for (String name : shipped(INDEX).text().lines().toList()) {
      runbooks.add(shipped(FOLDER + name));
    }
    return new AdviceTexts(shipped(TAXONOMY), shipped(ACTIONS), runbooks);
  }

  /**
   * Texts of files; what is null is what ships.
   *
   * @param runbooks a folder, or one file
   * @throws IOException when one of them cannot be read
   */
  public static AdviceTexts of(
      @Nullable Path taxonomy, @Nullable Path actions, @Nullable Path runbooks) throws IOException {
    AdviceTexts shipped = shipped();
    return new AdviceTexts(
        taxonomy == null ? shipped.taxonomy : read(taxonomy),
        actions == null ? shipped.actions : read(actions),
        runbooks == null ? shipped.runbooks : readAll(runbooks));
  }

  private static List<NamedText> readAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of(read(folder));
    }
    List<NamedText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(AdviceTexts::isYaml).sorted().toList()) {
        texts.add(read(file));
      }
    }
    return texts;
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private static NamedText read(Path file) throws IOException {
    return new NamedText(file.toString(), Files.readString(file, UTF_8));
  }

  private static NamedText shipped(String name) {
    try (InputStream in = AdviceTexts.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new NamedText(name, new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
