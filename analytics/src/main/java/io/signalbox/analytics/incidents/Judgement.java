// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * How the links of a scene are read.
 *
 * @param accounting which of them account for their victim's trouble
 * @param attribution which end of a suffering edge is to blame
 * @param explanation how much of a node's own trouble others account for
 */
record Judgement(Accounting accounting, Attribution attribution, Explanation explanation) {
  static Judgement of(Scene scene, CorrelationSettings settings) {
    Accounting accounting = new Accounting(scene, settings.slack().toMillis());
    Attribution attribution = new Attribution(scene, accounting);
    return new Judgement(accounting, attribution, new Explanation(scene, accounting, attribution));
  }
}
