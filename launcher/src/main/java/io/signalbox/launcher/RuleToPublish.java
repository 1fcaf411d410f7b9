// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.patterns.catalogue.TableForm;
import io.signalbox.patterns.linting.Linter;
import io.signalbox.patterns.linting.Vocabulary;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.RuleDocument;
import io.signalbox.patterns.reading.RuleReader;
import io.signalbox.patterns.symptoms.BadSymptomTable;
import io.signalbox.patterns.symptoms.LiveSymptomTable;
import io.signalbox.patterns.symptoms.SymptomTableFile;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern, the removal of one, or a symptom table, ready to be sent.
 *
 * @param id of the pattern, {@link TableForm#ID} for a table
 * @param version of the rule
 * @param text with an epoch
 * @param topic where it is sent
 * @param verdicts where the answer comes
 */
record RuleToPublish(
    String id, int version, String text, String topic, Topic<RuleVerdict> verdicts) {
  private static final Pattern OF_PATTERN =
      Pattern.compile("(?m)^[{\"\\s]*(apiVersion|kind)\"?\\s*:");

  /**
   * What came of reading a file.
   *
   * @param rule null when it cannot be sent
   * @param problems what is wrong or doubtful, with file and line
   */
  record Result(@Nullable RuleToPublish rule, List<String> problems) {}

  /**
   * Reads a rule; one that does not say from when it holds does so from now on.
   *
   * @param file its name, for what is said of it
   */
  static Result read(String file, String text, Instant now) {
    boolean table = text.contains("symptoms") && !OF_PATTERN.matcher(text).find();
    return table ? table(file, text, now) : pattern(file, text, now);
  }

  private static Result table(String file, String text, Instant now) {
    EpochText epoch = EpochText.ofTable(text, now);
    try {
      LiveSymptomTable read = SymptomTableFile.readLive(file, epoch.text());
      int version = read.table().version();
      return new Result(
          new RuleToPublish(
              TableForm.ID, version, epoch.text(), Topics.SYMPTOM_RULES, Topics.SYMPTOM_VERDICTS),
          List.of());
    } catch (BadSymptomTable bad) {
      return new Result(null, bad.problems().stream().map(Problem::toString).toList());
    }
  }

  private static Result pattern(String file, String text, Instant now) {
    EpochText epoch = EpochText.ofPattern(text, now);
    RuleReader.Result read = RuleReader.read(file, epoch.text());
    List<Problem> problems = new ArrayList<>(read.problems());
    RuleDocument document = read.rule().orElse(null);
    if (document != null && document.pattern().isPresent()) {
      problems.addAll(Linter.lint(Vocabulary.shipped(), document.pattern().get()));
    }
    List<String> words = problems.stream().map(epoch::asWritten).map(Problem::toString).toList();
    if (document == null || problems.stream().anyMatch(Problem::isError)) {
      return new Result(null, words);
    }
    return new Result(
        new RuleToPublish(
            document.id(),
            document.version(),
            epoch.text(),
            Topics.PATTERN_RULES,
            Topics.PATTERN_VERDICTS),
        words);
  }
}
