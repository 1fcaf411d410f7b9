// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.patterns.advice.AdviceCatalogue;
import io.signalbox.patterns.advice.AdviceTexts;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is recommended.
 *
 * @param runbooks folder of the runbooks, or the word for those that ship
 * @param taxonomy file of the classes of incidents, or the word for the one that ships
 * @param actions file of the registered actions, or the word for the one that ships
 * @param outcomesTopic where people say what came of recommendations
 */
@OptionGroup(prefix = "advice", title = "Advice")
public record AdviceOptions(
    @Option(value = "shipped", doc = "Folder of the runbooks, or `shipped`.") String runbooks,
    @Option(value = "shipped", doc = "File of the classes of incidents, or `shipped`.")
        String taxonomy,
    @Option(value = "shipped", doc = "File of the registered actions, or `shipped`.")
        String actions,
    @Option(
            key = "outcomes.topic",
            value = "incident-outcomes",
            doc = "Topic of what came of recommendations; empty to take none.")
        String outcomesTopic)
    implements Serializable {
  private static final String SHIPPED = "shipped";

  /**
   * Reads and checks the texts.
   *
   * @throws IllegalArgumentException naming file, line and reason of all that is wrong with them
   */
  public AdviceTexts texts() {
    try {
      AdviceTexts texts = AdviceTexts.of(file(taxonomy), file(actions), file(runbooks));
      AdviceCatalogue.of(texts).advisor();
      return texts;
    } catch (IllegalArgumentException bad) {
      throw new IllegalArgumentException("advice:\n" + bad.getMessage(), bad);
    } catch (IOException e) {
      throw new IllegalArgumentException("advice: cannot be read: " + e, e);
    }
  }

  private static @Nullable Path file(String option) {
    return option.equals(SHIPPED) ? null : Path.of(option);
  }
}
