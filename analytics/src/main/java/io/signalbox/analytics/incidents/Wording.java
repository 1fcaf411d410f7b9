// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the places in the texts of a runbook. */
public final class Wording {
  /** The places there are, each written in braces. */
  public static final List<String> PLACES = List.of("node", "version", "previous", "subject");

  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private Wording() {}

  /** What stands in braces in a text, in order. */
  public static List<String> placesOf(String text) {
    return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
  }

  /** The text for an incident that has a suspect; what is not known is said in words. */
  static String of(String text, Incident incident) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(fill(place.group(1), incident)));
  }

  private static String fill(String place, Incident incident) {
    Suspect first = incident.suspects().get(0);
    Optional<Change> change =
        incident.changes().stream()
            .filter(one -> one.service().equals(first.node()) && one.version() != null)
            .findFirst();
    return switch (place) {
      case "node" -> first.node();
      case "version" ->
          change
              .map(Change::version)
              .or(() -> Optional.ofNullable(first.version()))
              .orElse("the newest version");
      case "previous" -> change.map(Change::previousVersion).orElse("the version before");
      case "subject" -> first.evidence().isEmpty() ? "" : Headline.topEvidence(first).subject();
      default -> throw new IllegalArgumentException("no place {" + place + "}");
    };
  }
}
