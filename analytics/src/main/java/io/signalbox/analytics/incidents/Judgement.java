// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * How the links of a scene are read, and evidence counts.
 *
 * @param accounting which of them account for their victim's trouble
 * @param attribution which end of a suffering edge is to blame
 * @param explanation how much of a node's own trouble others account for
 * @param channels what feedback makes of each kind of evidence
 */
record Judgement(
    Accounting accounting, Attribution attribution, Explanation explanation, Channels channels) {
  static Judgement of(Scene scene, CorrelationSettings settings, Channels channels) {
    Accounting accounting = new Accounting(scene, settings.slack().toMillis());
    Attribution attribution = new Attribution(scene, accounting);
    Explanation explanation = new Explanation(scene, accounting, attribution);
    return new Judgement(accounting, attribution, explanation, channels);
  }
}
