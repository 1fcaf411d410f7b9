// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.FieldType;
import io.signalbox.analytics.patterns.MatchedEvent;
import io.signalbox.analytics.patterns.MatchedStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in what a match says: its title, and whom it blames. */
public final class Title {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private Title() {}

  /** What stands in braces in a template, in order. */
  public static List<String> placesOf(String template) {
    List<String> places = new ArrayList<>();
    Matcher matcher = PLACE.matcher(template);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  /**
   * The title of a match. What a stage did not take, and a field that is not set, is a question
   * mark.
   */
  public static String of(Emit emit, String key, String service, List<MatchedStage> stages) {
    return PLACE
        .matcher(emit.title())
        .replaceAll(place -> Matcher.quoteReplacement(fill(place, key, service, stages)));
  }

  private static String fill(
      MatchResult place, String key, String service, List<MatchedStage> stages) {
    return switch (place.group(1)) {
      case "service" -> service;
      case "key" -> key;
      default -> read(place.group(1), stages);
    };
  }

  /** The node that a match blames; empty when it blames none. */
  public static String blame(Emit emit, List<MatchedStage> stages) {
    String blame = emit.blame();
    if (blame.isEmpty()) {
      return "";
    }
    String path = blame.indexOf('.') < 0 ? blame + "." + EventField.SERVICE.label() : blame;
    String node = read(path, stages);
    return node.equals("?") ? "" : node;
  }

  private static String read(String path, List<MatchedStage> stages) {
    int dot = path.indexOf('.');
    String stage = dot < 0 ? path : path.substring(0, dot);
    String field = dot < 0 ? EventField.NAME.label() : path.substring(dot + 1);
    for (MatchedStage one : stages) {
      if (one.stage().equals(stage) && !one.events().isEmpty()) {
        return text(one.events().get(one.events().size() - 1), field);
      }
    }
    return "?";
  }

  private static String text(MatchedEvent event, String label) {
    if (label.equals("type")) {
      return event.type();
    }
    String value = event.fields().getOrDefault(label, "");
    EventField field = EventField.of(label);
    if (field != null && field.type() == FieldType.NUMBER && !value.isEmpty()) {
      return String.format(Locale.ROOT, "%.3g", Double.parseDouble(value));
    }
    return value.isEmpty() ? "?" : value;
  }
}
