// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageDraft;
import java.time.Instant;
import java.util.Map;

/**
 * What calls of a model used in an interval, by metrics.
 *
 * @param account who called what
 * @param endNs end of the interval, nanoseconds since 1970
 * @param revision 1, 2, ...: a later one replaces those before
 * @param calls how many, 0 where nobody counted them
 * @param largestInput most tokens that a call read, or unknown
 * @param tokens by the key of a usage
 */
public record TokenUsage(
    TokenAccount account,
    long endNs,
    long revision,
    long calls,
    long largestInput,
    Map<String, Long> tokens) {
  private static final long NS_PER_MS = 1_000_000;

  /** Fills a draft with what is said of it but its id. */
  public void fill(UsageDraft draft) throws Refusal {
    draft.text(UsageDraft.place("timestamp"), Instant.ofEpochMilli(endNs / NS_PER_MS).toString());
    account.fill(draft);
    draft.number(UsageDraft.place("revision"), revision);
    draft.number(UsageDraft.place("usage.calls"), calls);
    if (largestInput != TokenPoint.UNKNOWN) {
      draft.number(UsageDraft.place("usage.largest_input_tokens"), largestInput);
    }
    for (Map.Entry<String, Long> one : tokens.entrySet()) {
      draft.number(UsageDraft.place(one.getKey()), one.getValue().longValue());
    }
  }
}
