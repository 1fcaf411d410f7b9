// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/** What a label says of an answer. */
public enum AnswerVerdict {
  /** It was right, or as it should be. */
  GOOD,
  /** It was not. */
  BAD
}
