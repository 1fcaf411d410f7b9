// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** How rules of one kind are written. */
public interface RuleForm extends Serializable {
  /**
   * Reads a rule.
   *
   * @param origin where it came from, for a person
   * @param text YAML or JSON
   */
  Draft read(String origin, String text);

  /**
   * What came of reading a rule.
   *
   * @param rule as far as it could be read; null when not even its name could
   * @param faulty true when it is refused whatever its version and its epoch
   * @param said file, line and reason of what is wrong or doubtful; empty when nothing is
   */
  record Draft(@Nullable AcceptedRule rule, boolean faulty, String said) {
    /** One of which nothing could be read. */
    static Draft unreadable(String said) {
      return new Draft(null, true, said);
    }
  }
}
