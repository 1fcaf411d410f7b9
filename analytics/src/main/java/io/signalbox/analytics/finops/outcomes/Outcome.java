// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.outcomes;

import io.signalbox.analytics.finops.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Something that the business wanted and got, such as tickets that were resolved.
 *
 * @param key what tells it from others: its id, or where it stood
 * @param id as it was told, or null: then it can neither be repeated nor revised
 * @param revision of those of an id the highest counts
 * @param atMs when, epoch milliseconds
 * @param owner for whom
 * @param provider who was charged for, or null
 * @param model that brought it about, or null
 * @param name what it was
 * @param count how often; 0 takes it back
 * @param source where it was read from
 * @param line its offset or line there
 */
public record Outcome(
    String key,
    @Nullable String id,
    long revision,
    long atMs,
    Owner owner,
    @Nullable String provider,
    @Nullable String model,
    String name,
    long count,
    String source,
    long line) {
  /** What it says, wherever it stood; two that say the same are one. */
  public String content() {
    return String.join(
        "\n",
        Long.toString(revision),
        Long.toString(atMs),
        owner.toString(),
        String.valueOf(provider),
        String.valueOf(model),
        name,
        Long.toString(count));
  }

  /** What is not counted because another of its id and revision is, and why. */
  public String contradiction() {
    return "contradicts another outcome of revision " + revision;
  }
}
