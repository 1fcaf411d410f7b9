// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a data set to all rules of a model, row after row. A rule that is part of another applies
 * where that does; one that combines others fails when a part fails that must not.
 */
public final class FocusCheck {
  private final Map<String, FocusRule> rules = new LinkedHashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, RuleRun> runs = new LinkedHashMap<>();
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final Columns columns;
  private final Set<String> supported;
  private final int width;

  /**
   * A check of a data set.
   *
   * @param all the rules, in the order of the model
   * @param header the names of the columns
   * @param supported criteria of applicability that the provider meets
   */
  public FocusCheck(Collection<FocusRule> all, List<String> header, Set<String> supported) {
    this.columns = new Columns(header);
    this.width = header.size();
    this.supported = supported;
    for (FocusRule rule : all) {
      rules.put(rule.id(), rule);
      if (rule.requirement() != null) {
        parts(rule.requirement()).forEach(part -> parents.put(part, rule.id()));
      }
    }
    rules.values().forEach(this::prepare);
  }

  /** Takes a row; a field that is missing, empty or NULL is null. */
  public void row(List<String> fields, long line) {
    @Nullable String[] row = new @Nullable String[width];
    for (int i = 0; i < width && i < fields.size(); i++) {
      String field = fields.get(i);
      row[i] = field.isEmpty() || field.equals("NULL") ? null : field;
    }
    for (RuleRun run : runs.values()) {
      run.row(row, line);
    }
  }

  /** How each rule fared, in the order of the model. */
  public List<Verdict> verdicts() {
    List<Verdict> all = new ArrayList<>();
    rules.values().forEach(rule -> all.add(verdict(rule)));
    return all;
  }

  private void prepare(FocusRule rule) {
    Check asks = rule.requirement();
    String why = whyNot(rule);
    if (why != null) {
      verdicts.put(rule.id(), notApplicable(rule, why));
    } else if (asks instanceof Check.Test test && test.function().equals("ColumnPresent")) {
      verdicts.put(rule.id(), presence(rule, test.columns().get(0)));
    } else if (asks != null && parts(asks).isEmpty()) {
      runs.put(rule.id(), new RuleRun(rule, condition(rule), requirement(asks)));
    }
  }

  private @Nullable String whyNot(FocusRule rule) {
    if (rule.requirement() == null) {
      return "no machine can tell";
    }
    if (rule.leave()) {
      return "gives leave";
    }
    for (FocusRule one = rule; one != null; one = parent(one)) {
      for (String criterion : one.criteria()) {
        if (!supported.contains(criterion)) {
          return "not supported: " + criterion;
        }
      }
    }
    for (String column : rule.presence() ? List.<String>of() : asked(rule.requirement())) {
      if (!columns.has(column)) {
        return "no column " + column;
      }
    }
    return null;
  }

  private Verdict presence(FocusRule rule, String column) {
    return columns.has(column)
        ? new Verdict(rule, Verdict.Outcome.PASSED, "", 0, List.of())
        : new Verdict(rule, Verdict.Outcome.FAILED, "no column " + column, 0, List.of());
  }

  private RowTest requirement(Check asks) {
    if (asks instanceof Check.Test test && test.function().equals("CheckDistinctCount")) {
      return RuleRun.distinct(
          columns.place(test.columns().get(0)),
          columns.place(test.columns().get(1)),
          Integer.parseInt(String.valueOf(test.value())));
    }
    return RowTest.of(asks, columns);
  }

  /** Its own condition, and those of all that it is part of. */
  private RowTest condition(FocusRule rule) {
    List<RowTest> tests = new ArrayList<>();
    for (FocusRule one = rule; one != null; one = parent(one)) {
      if (one.condition() != null) {
        tests.add(RowTest.of(one.condition(), columns));
      }
    }
    return switch (tests.size()) {
      case 0 -> row -> true;
      case 1 -> tests.get(0);
      default -> row -> tests.stream().allMatch(test -> test.holds(row));
    };
  }

  private @Nullable FocusRule parent(FocusRule rule) {
    String parent = parents.get(rule.id());
    return parent == null ? null : rules.get(parent);
  }

  private Verdict verdict(FocusRule rule) {
    Verdict known = verdicts.get(rule.id());
    if (known == null) {
      RuleRun run = runs.get(rule.id());
      known = run == null ? combined(rule) : run.verdict();
      verdicts.put(rule.id(), known);
    }
    return known;
  }

  private Verdict combined(FocusRule rule) {
    List<String> failed = new ArrayList<>();
    boolean passed = false;
    boolean unknown = false;
    for (String part : parts(rule.requirement())) {
      FocusRule one = rules.get(part);
      Verdict of = one == null ? null : verdict(one);
      if (of == null || of.outcome() == Verdict.Outcome.NOT_APPLICABLE) {
        unknown |= one != null && one.requirement() == null;
      } else if (of.outcome() == Verdict.Outcome.PASSED) {
        passed = true;
      } else if (one != null && one.hard()) {
        failed.add(part);
      }
    }
    boolean any = rule.requirement() instanceof Check.Any;
    if (!failed.isEmpty() && !(any && (passed || unknown))) {
      String which = "part of it fails: " + String.join(", ", failed);
      return new Verdict(rule, Verdict.Outcome.FAILED, which, 0, List.of());
    }
    return passed
        ? new Verdict(rule, Verdict.Outcome.PASSED, "", 0, List.of())
        : notApplicable(rule, "none of its parts applies");
  }

  private static Verdict notApplicable(FocusRule rule, String why) {
    return new Verdict(rule, Verdict.Outcome.NOT_APPLICABLE, why, 0, List.of());
  }

  private static List<String> parts(@Nullable Check check) {
    List<String> found = new ArrayList<>();
    if (check instanceof Check.Rule part) {
      found.add(part.id());
    } else if (check instanceof Check.All all) {
      all.items().forEach(item -> found.addAll(parts(item)));
    } else if (check instanceof Check.Any any) {
      any.items().forEach(item -> found.addAll(parts(item)));
    }
    return found;
  }

  private static List<String> asked(@Nullable Check check) {
    List<String> found = new ArrayList<>();
    if (check instanceof Check.Test test) {
      found.addAll(test.columns());
    } else if (check instanceof Check.All all) {
      all.items().forEach(item -> found.addAll(asked(item)));
    } else if (check instanceof Check.Any any) {
      any.items().forEach(item -> found.addAll(asked(item)));
    }
    return found;
  }
}
