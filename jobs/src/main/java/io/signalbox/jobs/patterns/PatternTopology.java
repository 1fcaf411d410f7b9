// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.PatternOptions;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.schemas.patterns.EventBatch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;
import org.jspecify.annotations.Nullable;

/** From what patterns see to known failures that were recognised. */
public final class PatternTopology {
  private static final TypeInformation<PatternMatch> MATCH = TypeInformation.of(PatternMatch.class);

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
    MatchPatterns operator = new MatchPatterns(options.patterns().initial());
    if (options.time().foldOnArrival()) {
      operator.foldOnArrival();
    }
    operator.cache(options.state().cache().getBytes());
    GatheredEvents gathered = events.gathered(options.time().foldOnArrival());
    KeyedStream<EventBatch, String> keyed = gathered.all().keyBy(new KeyShard(), Types.STRING);
    if (rules == null) {
      return new Recognised(
          keyed
              .transform("MatchPatterns", MATCH, operator)
              .uid(MatchPatterns.UID)
              .name("Match patterns"),
          null);
    }
    SingleOutputStreamOperator<AcceptedRule> accepted = accept(gathered, rules);
    return new Recognised(
        match(keyed, accepted, operator), accepted.getSideOutput(AcceptRules.VERDICTS));
  }

  private static SingleOutputStreamOperator<AcceptedRule> accept(
      GatheredEvents events, DataStream<RuleText> rules) {
    SingleOutputStreamOperator<AcceptedRule> accepted =
        rules
            .connect(events.times())
            .transform("AcceptRules", TypeInformation.of(AcceptedRule.class), new AcceptRules())
            .uid(AcceptRules.UID)
            .name("Accept rules");
    accepted.forceNonParallel();
    return accepted;
  }

  /** Keyed events and rules for every task: Flink has no method for an operator of this kind. */
  private static DataStream<PatternMatch> match(
      KeyedStream<EventBatch, String> events,
      DataStream<AcceptedRule> rules,
      MatchPatterns operator) {
    var environment = events.getExecutionEnvironment();
    TwoInputTransformation<EventBatch, AcceptedRule, PatternMatch> both =
        new TwoInputTransformation<>(
            events.getTransformation(),
            rules.broadcast().getTransformation(),
            "Match patterns",
            operator,
            MATCH,
            environment.getParallelism(),
            false);
    both.setStateKeySelectors(events.getKeySelector(), null);
    both.setStateKeyType(events.getKeyType());
    both.setUid(MatchPatterns.UID);
    environment.addOperator(both);
    return new DataStream<>(environment, both);
  }
}
