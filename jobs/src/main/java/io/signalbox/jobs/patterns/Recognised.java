// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.topics.Topics;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What matching gives.
 *
 * @param matches known failures that were recognised
 * @param verdicts what became of live rules; null where none are taken
 */
public record Recognised(
    DataStream<PatternMatch> matches, @Nullable DataStream<RuleVerdict> verdicts) {

  /** Writes each stream to its topic. */
  public void writeTo(Outputs outputs) {
    outputs.write(matches, Topics.PATTERN_MATCHES);
    if (verdicts != null) {
      outputs.write(verdicts, Topics.PATTERN_VERDICTS);
    }
  }
}
