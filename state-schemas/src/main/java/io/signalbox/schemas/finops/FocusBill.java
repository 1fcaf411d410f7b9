// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.io.Serializable;

/**
 * Whose bill rows are, and how they are written.
 *
 * @param account whose bill it is
 * @param corrections how they say that a price turned out otherwise
 * @param aiProperties whether details of prices say of models and tokens what the draft of FOCUS
 *     1.5 does
 */
public record FocusBill(BillingAccount account, CorrectionStyle corrections, boolean aiProperties)
    implements Serializable {
  /** As FOCUS 1.2 has it, corrected as in a ledger. */
  public static FocusBill plain(BillingAccount account) {
    return new FocusBill(account, CorrectionStyle.LEDGER, false);
  }
}
