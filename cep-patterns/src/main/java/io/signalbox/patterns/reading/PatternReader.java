// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import io.signalbox.patterns.automaton.Supported;
import io.signalbox.patterns.automaton.UnsupportedPattern;
import io.signalbox.patterns.language.Emit;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.PatternKey;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.testing.PatternTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a pattern from YAML. Nothing is loaded, run or resolved by its name, and everything that is
 * wrong is told at once.
 */
public final class PatternReader {
  /** The form that is read. */
  public static final String API_VERSION = "signalbox/v1";

  /** The kind that is read. */
  public static final String KIND = "FailurePattern";

  private static final int DEFAULT_BOUND = 256;
  private static final int GREATEST_BOUND = 65_536;
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private PatternReader() {}

  /** Reads a file; one that cannot be read is a problem as any other. */
  public static Reading read(Path file) {
    try {
      long size = Files.size(file);
      if (size > 16L * YamlSource.GREATEST_BYTES) {
        return refused(file, YamlSource.tooLong(size));
      }
      return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException problem) {
      return refused(file, "cannot be read: " + problem);
    }
  }

  private static Reading refused(Path file, String why) {
    Problem problem = new Problem(Problem.Level.ERROR, file.toString(), 1, 1, why);
    return new Reading(Optional.empty(), List.of(problem));
  }

  /**
   * Reads a text.
   *
   * @param file what to call it
   * @param text YAML
   */
  public static Reading read(String file, String text) {
    Problems problems = new Problems(file);
    YamlSource source = YamlSource.of(text, problems);
    Node root = source.root();
    PatternDocument document = root == null ? null : read(file, root, source, problems);
    if (document != null && problems.isEmpty()) {
      check(document, problems);
    }
    return new Reading(
        problems.isEmpty() ? Optional.ofNullable(document) : Optional.empty(), problems.sorted());
  }

  private static boolean isBounded(FailurePattern pattern) {
    if (pattern.within() != null) {
      return true;
    }
    List<Stage> stages = pattern.stages();
    return stages.stream().skip(1).allMatch(stage -> stage.within() != null || stage.negated())
        && stages.stream().limit(1).noneMatch(stage -> stage.quantifier().isLoop())
        && stages.stream().noneMatch(PatternReader::isEndless);
  }

  private static boolean isEndless(Stage stage) {
    return stage.quantifier().max() == Quantifier.UNBOUNDED;
  }

  /** What no engine can run, or could not forget. */
  private static void check(PatternDocument document, Problems problems) {
    if (!isBounded(document.pattern())) {
      problems.add(
          document.place("spec"),
          "a pattern without bound: give it 'within', or each stage after the first its own");
    }
    try {
      Supported.check(document.pattern());
    } catch (UnsupportedPattern problem) {
      String path = problem.stage().isEmpty() ? "spec" : "stage." + problem.stage();
      problems.add(document.place(path), problem.reason());
    }
  }

  private static PatternDocument read(
      String file, Node root, YamlSource source, Problems problems) {
    YamlMap map = new YamlMap(root, "a pattern", problems);
    expectForm(map, KIND, problems);
    SpecReader reader = new SpecReader(problems);
    Node metadataNode = map.need("metadata");
    YamlMap head = new YamlMap(metadataNode == null ? root : metadataNode, "metadata", problems);
    String id = id(head, problems);
    int version = head.integer("version", 1, Integer.MAX_VALUE, 1);
    if (metadataNode != null && !head.has("version")) {
      problems.add(metadataNode, "metadata has no 'version'");
    }
    String severity = reader.severity(head, "medium");
    String runbook = head.text("runbook", "");
    Metadata metadata =
        new Metadata(
            head.text("description", ""),
            head.text("owner", ""),
            head.texts("source"),
            head.texts("seenIn"),
            head.instant("effectiveAt"));
    if (metadataNode != null) {
      problems.mark("metadata", metadataNode);
      head.done();
    }
    FailurePattern pattern =
        pattern(map.need("spec"), id, version, severity, runbook, source, problems);
    List<PatternTest> tests =
        new TestReader(pattern, problems).read(map.list(map.get("tests"), "tests"));
    map.done();
    return new PatternDocument(file, pattern, metadata, tests, problems.places());
  }

  private static FailurePattern pattern(
      @Nullable Node node,
      String id,
      int version,
      String severity,
      String runbook,
      YamlSource source,
      Problems problems) {
    SpecReader reader = new SpecReader(problems);
    if (node == null) {
      var nothing = new Emit("", "", severity, 0, runbook);
      return new FailurePattern(
          id,
          version,
          PatternKey.SERVICE,
          List.of(),
          null,
          Skip.PAST_LAST_EVENT,
          Duration.ZERO,
          DEFAULT_BOUND,
          nothing);
    }
    problems.mark("spec", node);
    YamlMap spec = new YamlMap(node, "spec", problems);
    spec.need("key");
    PatternKey key = spec.choice("key", PatternKey.class, PatternKey.SERVICE);
    List<Stage> stages = new StageReader(source, problems).read(spec);
    Duration within = spec.duration("within");
    Duration cooldown = spec.duration("cooldown");
    Node withinNode = spec.get("within");
    if (withinNode != null) {
      problems.mark("spec.within", withinNode);
    }
    FailurePattern pattern =
        new FailurePattern(
            id,
            version,
            key,
            stages,
            within,
            reader.skip(spec, stages),
            cooldown == null ? Duration.ZERO : cooldown,
            spec.integer("bound", 1, GREATEST_BOUND, DEFAULT_BOUND),
            reader.emit(spec, stages, severity, runbook));
    spec.done();
    return pattern;
  }

  private static String id(YamlMap head, Problems problems) {
    String id = head.needText("id");
    Node node = head.get("id");
    if (node != null && !ID.matcher(id).matches()) {
      problems.add(
          node,
          "an id is a lower-case letter and up to 63 letters, digits and -, not '" + id + "'");
    }
    return id;
  }

  /** Version and kind that a file must state. */
  public static void expectForm(YamlMap map, String kind, Problems problems) {
    expectVersion(map, problems);
    expect(map, "kind", kind, problems);
  }

  static void expectVersion(YamlMap map, Problems problems) {
    expect(map, "apiVersion", API_VERSION, problems);
  }

  private static void expect(YamlMap map, String key, String wanted, Problems problems) {
    Node node = map.need(key);
    if (node != null && !map.text(node, key).equals(wanted)) {
      problems.add(node, "'" + key + "' is " + wanted + ", not '" + map.text(node, key) + "'");
    }
  }
}
