// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** What a person says about alarms. */
public enum FeedbackKind {
  /** It was right to raise the alarm: be as alert, or more. */
  CONFIRMED,
  /** What raised the alarm is as usual: be less alert. */
  NORMAL,
  /** Another statement is taken back. */
  WITHDRAWN
}
