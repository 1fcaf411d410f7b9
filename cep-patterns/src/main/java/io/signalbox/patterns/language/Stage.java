// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a pattern.
 *
 * @param name unique in its pattern; part of the state schema
 * @param follow how it follows the stage before; of no meaning for the first
 * @param negated true when no event may fit: strictly not the next, or none until the next stage
 *     (at the end of a pattern: none until the window closes)
 * @param quantifier how many events it takes
 * @param where condition in CEL over the event {@code e} and the stages before
 * @param until condition in CEL that ends a loop, or null
 * @param within greatest time from the event before to this one, or null
 */
public record Stage(
    String name,
    Follow follow,
    boolean negated,
    Quantifier quantifier,
    String where,
    @Nullable String until,
    @Nullable Duration within)
    implements Serializable {
  private static final long serialVersionUID = 1;
}
