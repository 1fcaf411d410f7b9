// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.RuleForm;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/**
 * Rules that were accepted at one place, on their way to every task.
 *
 * @param accepted those that are going to hold
 * @param verdicts what became of each
 */
public record LiveRules(DataStream<AcceptedRule> accepted, DataStream<RuleVerdict> verdicts) {

  /**
   * Names of operators, part of their identity in savepoints.
   *
   * @param rules what is accepted, in kebab form
   * @param events what it is applied to, in kebab form
   */
  public record Names(String rules, String events) {
    private static String title(String verb, String kebab) {
      return verb + " " + kebab.replace('-', ' ');
    }
  }

  /**
   * Wires the place that decides.
   *
   * @param rules as people wrote them
   * @param events what they are applied to, with watermarks
   * @param form how they are written
   * @param shipped rules that hold from the beginning
   */
  public static <E> LiveRules accept(
      DataStream<RuleText> rules,
      DataStream<E> events,
      RuleForm form,
      List<AcceptedRule> shipped,
      Names names) {
    DataStream<E> times =
        events
            .filter(event -> false)
            .uid("times-of-" + names.events())
            .name(Names.title("Times of", names.events()));
    SingleOutputStreamOperator<AcceptedRule> accepted =
        rules
            .connect(times)
            .transform(
                "AcceptRules",
                TypeInformation.of(AcceptedRule.class),
                new AcceptRules<E>(form, shipped))
            .uid("accept-" + names.rules())
            .name(Names.title("Accept", names.rules()));
    accepted.forceNonParallel();
    return new LiveRules(accepted, accepted.getSideOutput(AcceptRules.VERDICTS));
  }

  /**
   * Gives keyed events and the rules to an operator, each rule to every task: Flink has no method
   * for an operator of this kind.
   */
  public <E, O> DataStream<O> apply(
      KeyedStream<E, String> events,
      TwoInputStreamOperator<E, AcceptedRule, O> operator,
      String uid,
      String name,
      TypeInformation<O> type) {
    var environment = events.getExecutionEnvironment();
    TwoInputTransformation<E, AcceptedRule, O> both =
        new TwoInputTransformation<>(
            events.getTransformation(),
            accepted.broadcast().getTransformation(),
            name,
            operator,
            type,
            environment.getParallelism(),
            false);
    both.setStateKeySelectors(events.getKeySelector(), null);
    both.setStateKeyType(events.getKeyType());
    both.setUid(uid);
    environment.addOperator(both);
    return new DataStream<>(environment, both);
  }
}
