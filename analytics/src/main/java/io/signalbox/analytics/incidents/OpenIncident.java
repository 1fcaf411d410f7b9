// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * An incident that is open or could come back.
 *
 * @param last revision as correlation wrote it
 * @param added revisions that were written beyond those of correlation
 * @param told the most that was told of what it costs
 */
public record OpenIncident(Incident last, int added, Impact told) {
  /** The same when what it costs has been told. */
  OpenIncident telling(Impact impact) {
    return new OpenIncident(last, added, told.orMore(impact));
  }

  /** The same with another revision of correlation. */
  OpenIncident with(Incident revision) {
    return new OpenIncident(revision, added, told);
  }

  /** The same with one revision more. */
  OpenIncident oneMore() {
    return new OpenIncident(last, added + 1, told);
  }

  /** True when it can get worse. */
  boolean isOpen() {
    return last.status() != IncidentStatus.RESOLVED;
  }
}
