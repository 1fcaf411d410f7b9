// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.topics.Incoming;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What correlation reads.
 *
 * @param episodes what is not as usual
 * @param suspicions single values that are improbable
 * @param edges windows of the dependency graph
 * @param changes announced and inferred changes
 * @param matches known failures that were recognised
 * @param statements what people say about incidents, null when none are taken
 * @param inquiries questions about the cause, null when none are asked
 * @param outcomes what came of recommendations, as it came; null when nobody says so
 * @param objectives requests that count for objectives; null when none are named
 */
public record CorrelateInputs(
    DataStream<Episode> episodes,
    DataStream<Suspicion> suspicions,
    DataStream<EdgeWindow> edges,
    DataStream<Change> changes,
    DataStream<PatternMatch> matches,
    @Nullable IncidentStatements statements,
    @Nullable DataStream<Inquiry> inquiries,
    @Nullable DataStream<Incoming> outcomes,
    @Nullable DataStream<ObjectiveWindow> objectives) {}
