// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.CelIssue;
import io.signalbox.analytics.signals.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the CEL compiler found in words that fit, with what may have been meant. */
final class ConditionFaults {
  private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'.*");
  private static final Pattern NAME = Pattern.compile("undeclared reference to '([^']*)'.*");

  private static final Pattern UNKNOWN = Pattern.compile("token recognition error at: .*");
  private static final Pattern FOLLOWS = Pattern.compile("(extraneous|mismatched) input");

  private ConditionFaults() {}

  /**
   * What a condition may name.
   *
   * @param scope the variables in words
   * @param variables all of them
   * @param fields of all that have some
   */
  record Names(String scope, List<String> variables, List<String> fields) {}

  static List<BadCondition.Fault> of(Collection<CelIssue> issues, Names names) {
    List<BadCondition.Fault> faults = new ArrayList<>();
    for (CelIssue issue : issues) {
      if (!faults.isEmpty() && FOLLOWS.matcher(issue.getMessage()).lookingAt()) {
        continue; // what comes behind a word that is none
      }
      faults.add(
          new BadCondition.Fault(
              Math.max(1, issue.getSourceLocation().getLine()),
              Math.max(0, issue.getSourceLocation().getColumn()) + 1,
              words(issue.getMessage(), names)));
    }
    return faults;
  }

  private static String words(String message, Names names) {
    Matcher field = FIELD.matcher(message);
    if (field.matches()) {
      return "there is no field '" + field.group(1) + "'" + meant(field.group(1), names.fields());
    }
    if (UNKNOWN.matcher(message).matches()) {
      return message.contains("'=") ? "to compare is written ==" : "this is no CEL: " + message;
    }
    Matcher name = NAME.matcher(message);
    if (name.matches()) {
      return "there is no '"
          + name.group(1)
          + "' here: "
          + names.scope()
          + meant(name.group(1), names.variables());
    }
    return message.replaceAll("\\s+", " ").strip();
  }

  private static String meant(String word, List<String> known) {
    List<String> near = NearNames.of(word, known, 1);
    return near.isEmpty() ? "" : ": did you mean '" + near.get(0) + "'?";
  }
}
