// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule asks, or under which condition it does. */
public sealed interface Check {
  /** All of these. */
  record All(List<Check> items) implements Check {}

  /** At least one of these. */
  record Any(List<Check> items) implements Check {}

  /** What another rule asks. */
  record Rule(String id) implements Check {}

  /**
   * A test of columns.
   *
   * @param function its name in the model
   * @param columns it looks at, in the order of the model
   * @param value it compares with, or null
   * @param number whether the value is a number
   */
  record Test(String function, List<String> columns, @Nullable String value, boolean number)
      implements Check {}
}
