// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.signals.EdgeWindow;
import java.util.List;

/**
 * What a report tells of.
 *
 * @param incidents all revisions, in any order
 * @param episodes revisions of episodes, in any order
 * @param edges windows of edges, in any order
 * @param faults what is known to have happened; empty when nothing is
 * @param rates how good answers of models were, in any order
 * @param measures what came of incidents, in any order
 */
public record ReportData(
    List<Incident> incidents,
    List<Episode> episodes,
    List<EdgeWindow> edges,
    List<KnownFault> faults,
    List<QualityRate> rates,
    List<IncidentMeasure> measures) {}
