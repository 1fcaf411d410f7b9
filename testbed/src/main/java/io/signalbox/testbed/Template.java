// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with places to fill, written as a dollar sign and a name in braces. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z][a-z.]*)}");

  private Template() {}

  /**
   * Fills every place.
   *
   * @throws IllegalArgumentException when a place has no value
   */
  static String fill(String text, Map<String, String> values) {
    return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
  }

  private static String value(MatchResult place, Map<String, String> values) {
    String value = values.get(place.group(1));
    if (value == null) {
      throw new IllegalArgumentException("no value for " + place.group());
    }
    return value;
  }
}
