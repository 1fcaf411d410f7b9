// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.util.Locale;

/** What is told of a threshold. */
public enum NoticeKind {
  /** It was reached. */
  CROSSED,
  /** It was reached by another use than was told, or with more or less spent. */
  MOVED,
  /** It was not reached, although that was told. */
  WITHDRAWN;

  /** Its name in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
