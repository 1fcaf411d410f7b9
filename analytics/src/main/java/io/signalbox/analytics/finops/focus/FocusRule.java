// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the requirements model.
 *
 * @param id its name
 * @param reference the column or attribute it is about
 * @param presence whether it asks for a column
 * @param criteria what a provider must support for the rule to apply
 * @param keyword MUST, MUST NOT, SHOULD, ...
 * @param text what it asks, in words
 * @param requirement what it asks, or null where only people can tell
 * @param condition of a row under which it asks, or null for every row
 */
public record FocusRule(
    String id,
    String reference,
    boolean presence,
    List<String> criteria,
    String keyword,
    String text,
    @Nullable Check requirement,
    @Nullable Check condition) {
  /** Whether breaking it is an error: all that is not advice or leave. */
  public boolean hard() {
    return keyword.startsWith("MUST");
  }

  /** Whether it gives leave, which nothing can break. */
  boolean leave() {
    return keyword.equals("MAY") || keyword.equals("OPTIONAL");
  }
}
