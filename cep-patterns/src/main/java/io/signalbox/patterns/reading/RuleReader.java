// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads live rules: patterns with an epoch, and removals of patterns. */
public final class RuleReader {
  /** The kind of a removal. */
  public static final String REMOVAL = "FailurePatternRemoval";

  private RuleReader() {}

  /**
   * What came of reading a rule.
   *
   * @param rule the rule, or empty when it is refused
   * @param problems all that is wrong or doubtful, in the order of the text
   */
  public record Result(Optional<RuleDocument> rule, List<Problem> problems) {}

  /**
   * Reads a rule.
   *
   * @param origin where it came from
   * @param text YAML or JSON
   */
  public static Result read(String origin, String text) {
    Problems problems = new Problems(origin);
    Node root = YamlSource.of(text, problems).root();
    if (root == null) {
      return new Result(Optional.empty(), problems.sorted());
    }
    return new YamlMap(root, "a rule", new Problems(origin)).text("kind", "").equals(REMOVAL)
        ? removal(root, problems)
        : pattern(origin, text);
  }

  private static Result pattern(String origin, String text) {
    Reading reading = PatternReader.read(origin, text);
    PatternDocument document = reading.document().orElse(null);
    if (document == null) {
      return new Result(Optional.empty(), reading.problems());
    }
    Instant effectiveAt = document.metadata().effectiveAt();
    if (effectiveAt == null) {
      Place place = document.place("metadata");
      String why = "metadata has no 'effectiveAt': a live rule says from when it holds";
      Problem problem = new Problem(Problem.Level.ERROR, origin, place.line(), place.column(), why);
      return new Result(Optional.empty(), List.of(problem));
    }
    String id = document.pattern().id();
    int version = document.pattern().version();
    return new Result(
        Optional.of(new RuleDocument(id, version, effectiveAt, Optional.of(document))),
        reading.problems());
  }

  private static Result removal(Node root, Problems problems) {
    YamlMap map = new YamlMap(root, "a removal", problems);
    map.needText("kind");
    PatternReader.expectVersion(map, problems);
    Node node = map.need("metadata");
    YamlMap head = new YamlMap(node == null ? root : node, "metadata", problems);
    String id = head.needText("id");
    head.need("version");
    int version = head.integer("version", 1, Integer.MAX_VALUE, 1);
    head.need("effectiveAt");
    @Nullable Instant effectiveAt = head.instant("effectiveAt");
    head.done();
    map.done();
    return problems.isEmpty() && effectiveAt != null
        ? new Result(
            Optional.of(new RuleDocument(id, version, effectiveAt, Optional.empty())), List.of())
        : new Result(Optional.empty(), problems.sorted());
  }
}
