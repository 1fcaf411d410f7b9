// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.patterns.linting.Linter;
import io.signalbox.patterns.linting.Vocabulary;
import io.signalbox.patterns.reading.Catalogue;
import io.signalbox.patterns.reading.PatternDocument;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The rules that a job starts with: they hold always, until live ones of greater version do. */
public final class ShippedPatterns {
  private static final String INDEX = "index.txt";

  private ShippedPatterns() {}

  /** The catalogue that ships. */
  public static List<AcceptedRule> shipped() {
    List<AcceptedRule> rules = new ArrayList<>();
    for (String name : text(INDEX).lines().toList()) {
      rules.add(rule(name, text(name)));
    }
    return rules;
  }

  /**
   * The catalogue of a folder.
   *
   * @throws IOException when there is no such folder
   * @throws IllegalArgumentException with file, line and reason of everything that is wrong in it
   */
  public static List<AcceptedRule> of(Path folder) throws IOException {
    Catalogue catalogue = Catalogue.read(folder);
    List<Problem> errors = new ArrayList<>(catalogue.problems());
    List<AcceptedRule> rules = new ArrayList<>();
    for (PatternDocument document : catalogue.documents()) {
      errors.addAll(Linter.lint(Vocabulary.shipped(), document));
      rules.add(rule(document, Files.readString(Path.of(document.file()))));
    }
    errors.removeIf(problem -> !problem.isError());
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          errors.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return rules;
  }

  private static AcceptedRule rule(String name, String text) {
    Reading reading = PatternReader.read(name, text);
    return rule(
        reading
            .document()
            .orElseThrow(() -> new IllegalStateException(reading.problems().toString())),
        text);
  }

  private static AcceptedRule rule(PatternDocument document, String text) {
    String id = document.pattern().id();
    return new AcceptedRule(id, document.pattern().version(), Long.MIN_VALUE, false, text);
  }

  private static String text(String name) {
    try (InputStream in = ShippedPatterns.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
