// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/**
 * A log template: {@code {id}}, {@code {n}}, {@code {ms}}, {@code {ip}}, {@code {amount}} and
 * {@code {user}} stand for what differs from record to record.
 */
public final class Saying {
  private Saying() {}

  /** The template with every parameter filled in by the dice. */
  public static String fill(String template, Dice dice) {
    StringBuilder out = new StringBuilder(template.length() + 16);
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      out.append(template, from, open).append(value(template.substring(open + 1, close), dice));
      from = close + 1;
    }
    return out.append(template, from, template.length()).toString();
  }

  private static String value(String parameter, Dice dice) {
    return switch (parameter) {
      case "id" -> Long.toHexString(dice.any() | Long.MIN_VALUE);
      case "n" -> Integer.toString(dice.below(200));
      case "ms" -> Integer.toString(1 + dice.below(400));
      case "ip" -> "10.2." + dice.below(256) + "." + dice.below(256);
      case "amount" -> dice.below(500) + "." + (10 + dice.below(90));
      case "user" -> "user-" + dice.below(5_000);
      default -> throw new IllegalArgumentException("no log parameter is called " + parameter);
    };
  }
}
