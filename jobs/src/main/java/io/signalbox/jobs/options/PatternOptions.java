// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.ShippedPatterns;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * Which failure patterns are matched, and by what.
 *
 * @param catalogue the patterns to begin with
 * @param engine what matches them
 * @param rulesTopic where live rules come from
 * @param rulesFolder another place where they come from
 */
@OptionGroup(prefix = "patterns", title = "Failure patterns")
public record PatternOptions(
    @Option(
            value = "shipped",
            doc = "Folder of the patterns to begin with, or `shipped`, or `none`.")
        String catalogue,
    @Option(
            value = "automaton",
            doc = "What matches patterns; flink-cep takes no live rules and knows no cooldown.")
        Engine engine,
    @Option(
            key = "rules.topic",
            value = Topics.PATTERN_RULES,
            doc = "Topic of live rules; empty to take none.")
        String rulesTopic,
    @Option(
            key = "rules.folder",
            value = "",
            doc =
                "Folder in which new files are live rules, too; looked at each second."
                    + " Move files there when they are whole.")
        String rulesFolder)
    implements Serializable {

  /** What matches patterns. */
  public enum Engine {
    /** Our own automaton. */
    AUTOMATON,
    /** One operator of flink-cep for each pattern. */
    FLINK_CEP
  }

  /**
   * Reads the catalogue.
   *
   * @throws IllegalArgumentException naming file, line and reason of all that is wrong with it
   */
  public List<AcceptedRule> initial() {
    return switch (catalogue) {
      case "shipped" -> ShippedPatterns.shipped();
      case "none" -> List.of();
      default -> read();
    };
  }

  private List<AcceptedRule> read() {
    try {
      return ShippedPatterns.of(Path.of(catalogue));
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException("patterns.catalogue:\n" + bad.getMessage(), bad);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "patterns.catalogue = '" + catalogue + "': cannot be read: " + e, e);
    }
  }
}
