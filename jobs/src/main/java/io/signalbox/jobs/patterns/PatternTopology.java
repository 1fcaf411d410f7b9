// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.PatternOptions;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.PatternForm;
import io.signalbox.schemas.patterns.EventBatch;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.jspecify.annotations.Nullable;

/** From what patterns see to known failures that were recognised. */
public final class PatternTopology {
  private static final TypeInformation<PatternMatch> MATCH = TypeInformation.of(PatternMatch.class);
  private static final String NAME = "Match patterns";

  private PatternTopology() {}

  /**
   * Wires the matching.
   *
   * @param events with their keys, timestamps and watermarks
   * @param rules live rules, or null when none are taken
   */
  public static Recognised build(
      KeyedEvents events, @Nullable DataStream<RuleText> rules, JobOptions options) {
    if (options.patterns().engine() == PatternOptions.Engine.FLINK_CEP) {
      return new Recognised(CepMatching.match(events.all(), options.patterns().initial()), null);
    }
    List<AcceptedRule> initial = options.patterns().initial();
    MatchPatterns operator = new MatchPatterns(initial);
    if (options.time().foldOnArrival()) {
      operator.foldOnArrival();
    }
    operator.cache(options.state().cache().getBytes());
    GatheredEvents gathered = events.gathered(options.time().foldOnArrival());
    KeyedStream<EventBatch, String> keyed = gathered.all().keyBy(new KeyShard(), Types.STRING);
    if (rules == null) {
      return new Recognised(
          keyed.transform("MatchPatterns", MATCH, operator).uid(MatchPatterns.UID).name(NAME),
          null);
    }
    LiveRules live = LiveRules.accept(rules, gathered.times(), new PatternForm(), initial, "rules");
    return new Recognised(
        live.apply(keyed, operator, MatchPatterns.UID, NAME, MATCH), live.verdicts());
  }
}
