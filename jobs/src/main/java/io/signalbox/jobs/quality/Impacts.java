// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.signals.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What is found out about decisions.
 *
 * @param rows what came of them, by window
 * @param refused decisions and outcomes that could not be used
 */
record Impacts(DataStream<DecisionImpact> rows, DataStream<DeadLetter> refused) {}
