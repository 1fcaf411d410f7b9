// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.linting;

import io.signalbox.analytics.signals.NearNames;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.ConditionFacts;
import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.language.Title;
import io.signalbox.patterns.reading.PatternDocument;
import io.signalbox.patterns.reading.Place;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.Problem.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what can be read and run and yet cannot be meant. */
public final class Linter {
  private final Vocabulary vocabulary;
  private final PatternDocument document;
  private final FailurePattern pattern;
  private final CompiledPattern compiled;
  private final List<ConditionFacts> facts = new ArrayList<>();
  private final List<Problem> found = new ArrayList<>();

  private Linter(Vocabulary vocabulary, PatternDocument document) {
    this.vocabulary = vocabulary;
    this.document = document;
    pattern = document.pattern();
    compiled = Conditions.compile(pattern);
    for (int i = 0; i < pattern.stages().size(); i++) {
      Set<String> known = Conditions.referable(pattern.stages(), i);
      facts.add(ConditionFacts.of(pattern.stages().get(i).where(), known));
    }
  }

  /** Everything that is wrong with a pattern, in the order of its file. */
  public static List<Problem> lint(Vocabulary vocabulary, PatternDocument document) {
    Linter linter = new Linter(vocabulary, document);
    linter.lintStages();
    linter.lintTitle();
    linter.lintSize();
    return linter.found.stream().sorted().distinct().toList();
  }

  private void lintStages() {
    Map<String, Set<String>> typesOf = new HashMap<>();
    for (int i = 0; i < pattern.stages().size(); i++) {
      Optional<Set<String>> types = compiled.where().get(i).types();
      Stage stage = pattern.stages().get(i);
      String path = "stage." + stage.name() + ".where";
      types.ifPresent(set -> typesOf.put(stage.name(), set));
      if (types.isPresent() && types.get().isEmpty()) {
        Level level = stage.negated() ? Level.WARNING : Level.ERROR;
        add(level, path, "no event can fit: stage '" + stage.name() + "' is never reached");
        continue;
      }
      types.ifPresent(set -> set.forEach(type -> lintType(path, type)));
      lintFields(path, facts.get(i), typesOf, types);
      lintValues(path, facts.get(i));
      lintReach(i, path);
      lintWithin(stage);
    }
  }

  private void lintType(String path, String type) {
    if (!vocabulary.types().contains(type)) {
      warn(path, "no event of type '" + type + "' is known" + meant(type, vocabulary.types()));
    }
  }

  private void lintFields(
      String path,
      ConditionFacts facts,
      Map<String, Set<String>> typesOf,
      Optional<Set<String>> own) {
    for (ConditionFacts.Use use : facts.uses()) {
      boolean ofEvent = use.of().equals(Conditions.EVENT);
      Optional<Set<String>> types = ofEvent ? own : Optional.ofNullable(typesOf.get(use.of()));
      Optional<Set<String>> fields = types.flatMap(vocabulary::fieldsOf);
      if (fields.isPresent() && !fields.get().contains(use.field())) {
        warn(path, "'" + use.of() + "." + use.field() + "' is never set for " + types.get());
      }
    }
  }

  private void lintValues(String path, ConditionFacts facts) {
    for (ConditionFacts.Compared compared : facts.texts()) {
      List<String> values = vocabulary.valuesOf(compared.field());
      if (!values.isEmpty() && !compared.text().isEmpty() && !values.contains(compared.text())) {
        warn(
            path,
            "'"
                + compared.field()
                + "' is never '"
                + compared.text()
                + "'"
                + meant(compared.text(), values));
      }
    }
  }

  /** What a stage before takes or forbids first can never come to this one. */
  private void lintReach(int index, String path) {
    if (index == 0) {
      return;
    }
    Stage before = pattern.stages().get(index - 1);
    boolean covers = facts.get(index).parts().containsAll(facts.get(index - 1).parts());
    boolean greedy =
        before.quantifier().greedy() && before.quantifier().max() > before.quantifier().min();
    if (!covers || pattern.stages().get(index).negated()) {
      return;
    }
    if (before.negated()) {
      add(Level.ERROR, path, "never reached: stage '" + before.name() + "' forbids what it needs");
    } else if (greedy && before.until() == null) {
      add(
          Level.ERROR,
          path,
          "never reached: the greedy stage '" + before.name() + "' takes what it needs");
    }
  }

  private void lintWithin(Stage stage) {
    Duration whole = pattern.within();
    if (whole != null && stage.within() != null && stage.within().compareTo(whole) > 0) {
      warn("stage." + stage.name(), "'within' is longer than that of the whole pattern");
    }
  }

  private void lintTitle() {
    for (String place : Title.placesOf(pattern.emit().title())) {
      lintReference("emit.title", place);
    }
    if (!pattern.emit().blame().isEmpty()) {
      lintReference("emit.blame", pattern.emit().blame());
    }
  }

  private void lintReference(String path, String reference) {
    int dot = reference.indexOf('.');
    int index = indexOf(dot < 0 ? reference : reference.substring(0, dot));
    if (dot < 0 || index < 0) {
      return;
    }
    String field = reference.substring(dot + 1);
    Optional<Set<String>> types = compiled.where().get(index).types();
    Optional<Set<String>> fields = types.flatMap(vocabulary::fieldsOf);
    if (fields.isPresent() && !fields.get().contains(field)) {
      warn(path, "'" + reference + "' is never set for " + types.get());
    }
  }

  private int indexOf(String stage) {
    return pattern.stages().stream().map(Stage::name).toList().indexOf(stage);
  }

  private void lintSize() {
    long open = OpenEstimate.of(pattern);
    if (open > pattern.bound()) {
      warn(
          "spec",
          "at one fitting event a minute about "
              + open
              + " partial matches may be open on a key;"
              + " the bound is "
              + pattern.bound()
              + ", what is beyond is counted and lost");
    }
  }

  private static String meant(String word, Collection<String> known) {
    List<String> near = NearNames.of(word, known, 1);
    return near.isEmpty() ? "" : ": did you mean '" + near.get(0) + "'?";
  }

  private void warn(String path, String message) {
    add(Level.WARNING, path, message);
  }

  private void add(Level level, String path, String message) {
    Place place = document.place(path);
    found.add(new Problem(level, document.file(), place.line(), place.column(), message));
  }
}
