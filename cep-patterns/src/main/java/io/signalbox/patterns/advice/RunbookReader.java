// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.RiskTier;
import io.signalbox.analytics.incidents.Runbook;
import io.signalbox.analytics.incidents.RunbookRule;
import io.signalbox.analytics.incidents.RunbookStep;
import io.signalbox.analytics.incidents.Wording;
import io.signalbox.analytics.signals.NearNames;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problems;
import io.signalbox.patterns.reading.YamlMap;
import io.signalbox.patterns.reading.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one runbook; everything that is wrong is told at once. */
public final class RunbookReader {
  private static final String KIND = "Runbook";
  private static final int LONGEST = 1 << 16;

  private final NamedText file;
  private final Map<String, RiskTier> actions;
  private final Problems problems;

  private RunbookReader(NamedText file, Map<String, RiskTier> actions) {
    this.file = file;
    this.actions = actions;
    this.problems = new Problems(file.name());
  }

  /**
   * What came of reading a file.
   *
   * @param document the runbook, or empty when it is refused
   * @param problems all that is wrong, in the order of the file
   */
  public record Reading(Optional<RunbookDocument> document, List<Problem> problems) {}

  /**
   * Reads a runbook.
   *
   * @param actions what registered actions can break, by name
   */
  public static Reading read(NamedText file, Map<String, RiskTier> actions) {
    RunbookReader reader = new RunbookReader(file, actions);
    RunbookDocument document = reader.read();
    List<Problem> found = reader.problems.sorted();
    return new Reading(found.isEmpty() ? Optional.ofNullable(document) : Optional.empty(), found);
  }

  private @Nullable RunbookDocument read() {
    YamlSource source = YamlSource.of(file.text(), "a runbook", LONGEST, problems);
    Node root = source.root();
    if (root == null) {
      return null;
    }
    YamlMap map = new YamlMap(root, "a runbook", problems);
    PatternReader.expectForm(map, KIND, problems);
    Runbook runbook = runbook(map);
    RunbookRule rule = new RunbookRule(runbook, ConditionReader.read(map, source, problems));
    List<AdviceTest> tests = TestsReader.read(map, "applies", problems);
    map.done();
    return new RunbookDocument(file.name(), rule, tests);
  }

  private Runbook runbook(YamlMap map) {
    String id = map.needText("id");
    if (!id.matches("[a-z][a-z0-9-]{0,63}")) {
      map.problem("id", "an id is a lower-case letter and up to 63 letters, digits and -");
    }
    map.need("risk");
    RiskTier risk = map.choice("risk", RiskTier.class, RiskTier.HIGH);
    List<RunbookStep> steps = new ArrayList<>();
    for (Node node : map.needList("steps")) {
      steps.add(step(node, risk));
    }
    if (steps.isEmpty()) {
      map.problem("steps", "a runbook has at least one step");
    }
    String rollback = text(map, "rollback", map.text("rollback", ""));
    if (rollback.isEmpty() && risk != RiskTier.READ_ONLY) {
      map.problem("rollback", "no 'rollback': how is it taken back?");
    }
    double prior = map.number("prior", 0.5);
    if (prior <= 0 || prior >= 1) {
      map.problem("prior", "'prior' is a share above 0 and below 1");
    }
    return new Runbook(
        id,
        text(map, "title", map.needText("title")),
        steps,
        risk,
        rollback,
        map.needText("owner"),
        map.needText("document"),
        prior);
  }

  private RunbookStep step(Node node, RiskTier risk) {
    YamlMap map = new YamlMap(node, "a step", problems);
    String what = text(map, "what", map.needText("what"));
    String action = map.has("action") ? map.text("action", "") : null;
    map.done();
    RiskTier tier = action == null ? RiskTier.READ_ONLY : actions.get(action);
    if (tier == null) {
      List<String> near = NearNames.of(String.valueOf(action), actions.keySet(), 1);
      String meant = near.isEmpty() ? "" : ": did you mean '" + near.get(0) + "'?";
      map.problem("action", "'" + action + "' is no registered action" + meant);
    } else if (tier.compareTo(risk) > 0) {
      map.problem("action", "'" + action + "' is riskier than the runbook says it is");
    }
    return new RunbookStep(what, action);
  }

  /** A text whose places are all known. */
  private static String text(YamlMap map, String key, String text) {
    for (String place : Wording.placesOf(text)) {
      if (!Wording.PLACES.contains(place)) {
        map.problem(key, "there is no place {" + place + "}: there are " + Wording.PLACES);
      }
    }
    return text;
  }
}
