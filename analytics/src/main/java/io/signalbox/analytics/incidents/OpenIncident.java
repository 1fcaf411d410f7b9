// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * An incident that is open or could come back.
 *
 * @param last revision as correlation wrote it
 * @param added revisions that were written beyond those of correlation
 */
public record OpenIncident(Incident last, int added) {
  boolean isOpen() {
    return last.status() != IncidentStatus.RESOLVED;
  }
}
