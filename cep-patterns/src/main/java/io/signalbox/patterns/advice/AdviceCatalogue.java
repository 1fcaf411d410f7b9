// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.advice;

import io.signalbox.analytics.incidents.Advisor;
import io.signalbox.patterns.reading.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runbooks, actions and taxonomy together.
 *
 * @param taxonomy the classes
 * @param actions what runbooks may name
 * @param runbooks those that can be used, in the order of their files
 * @param problems all that is wrong
 */
public record AdviceCatalogue(
    TaxonomyFile taxonomy,
    ActionFile actions,
    List<RunbookDocument> runbooks,
    List<Problem> problems) {
  /** Keeps unmodifiable copies. */
  public AdviceCatalogue {
    runbooks = List.copyOf(runbooks);
    problems = List.copyOf(problems);
  }

  /** Reads all of it. */
  public static AdviceCatalogue of(AdviceTexts texts) {
    TaxonomyFile taxonomy = TaxonomyFile.read(texts.taxonomy());
    ActionFile actions = ActionFile.read(texts.actions());
    List<Problem> problems = new ArrayList<>(taxonomy.problems());
    problems.addAll(actions.problems());
    Map<String, RunbookDocument> byId = new TreeMap<>();
    List<RunbookDocument> documents = new ArrayList<>();
    for (NamedText text : texts.runbooks()) {
      RunbookReader.Reading reading = RunbookReader.read(text, actions.risks());
      problems.addAll(reading.problems());
      reading.document().ifPresent(one -> add(one, byId, documents, problems));
    }
    return new AdviceCatalogue(taxonomy, actions, documents, problems);
  }

  private static void add(
      RunbookDocument document,
      Map<String, RunbookDocument> byId,
      List<RunbookDocument> documents,
      List<Problem> problems) {
    String id = document.rule().runbook().id();
    RunbookDocument other = byId.putIfAbsent(id, document);
    if (other == null) {
      documents.add(document);
    } else {
      String why = "the id '" + id + "' is that of " + other.file() + ", too";
      problems.add(new Problem(Problem.Level.ERROR, document.file(), 1, 1, why));
    }
  }

  /**
   * The advisor that speaks by it.
   *
   * @throws IllegalArgumentException with file, line and reason of everything that is wrong
   */
  public Advisor advisor() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return new Advisor(taxonomy.taxonomy(), runbooks.stream().map(RunbookDocument::rule).toList());
  }
}
