// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import io.signalbox.patterns.linting.Linter;
import io.signalbox.patterns.linting.Vocabulary;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.RuleDocument;
import io.signalbox.patterns.reading.RuleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Failure patterns and their removals; what the linter calls an error is one. */
public record PatternForm() implements RuleForm {
  private static final long serialVersionUID = 1;

  @Override
  public Draft read(String origin, String text) {
    RuleReader.Result read = RuleReader.read(origin, text);
    List<Problem> problems = new ArrayList<>(read.problems());
    if (read.rule().isEmpty()) {
      return Draft.unreadable(words(problems));
    }
    RuleDocument document = read.rule().get();
    document
        .pattern()
        .ifPresent(pattern -> problems.addAll(Linter.lint(Vocabulary.shipped(), pattern)));
    AcceptedRule rule =
        new AcceptedRule(
            document.id(),
            document.version(),
            document.effectiveAt().toEpochMilli(),
            document.removal(),
            text);
    return new Draft(rule, problems.stream().anyMatch(Problem::isError), words(problems));
  }

  private static String words(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
  }
}
