// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.analytics.signals.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What correlation gives.
 *
 * @param incidents revisions of incidents with what to do about them
 * @param answers to what was asked
 * @param measures what came of incidents
 * @param refused outcomes of recommendations that could not be used
 */
public record Correlated(
    DataStream<Incident> incidents,
    DataStream<Answer> answers,
    DataStream<IncidentMeasure> measures,
    DataStream<DeadLetter> refused) {}
