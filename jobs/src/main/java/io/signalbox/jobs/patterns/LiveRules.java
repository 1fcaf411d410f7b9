// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.jobs.signals.KeyedAndEveryTask;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.RuleForm;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;

/**
 * Rules that were accepted at one place, on their way to every task.
 *
 * @param accepted those that are going to hold
 * @param verdicts what became of each
 */
public record LiveRules(DataStream<AcceptedRule> accepted, DataStream<RuleVerdict> verdicts) {

  /**
   * No item, but the watermarks of all.
   *
   * @param items in kebab form, part of the identity of the operator in savepoints
   */
  public static <E> DataStream<E> times(DataStream<E> of, String items) {
    return of.filter(item -> false).uid("times-of-" + items).name("Times of " + words(items));
  }

  private static String words(String kebab) {
    return kebab.replace('-', ' ');
  }

  /**
   * Wires the place that decides.
   *
   * @param rules as people wrote them
   * @param times watermarks of what they are applied to
   * @param form how they are written
   * @param shipped rules that hold from the beginning
   * @param name what is accepted, in kebab form, part of the identity of the operator in savepoints
   */
  public static <E> LiveRules accept(
      DataStream<RuleText> rules,
      DataStream<E> times,
      RuleForm form,
      List<AcceptedRule> shipped,
      String name) {
    SingleOutputStreamOperator<AcceptedRule> accepted =
        rules
            .connect(times)
            .transform(
                "AcceptRules",
                TypeInformation.of(AcceptedRule.class),
                new AcceptRules<E>(form, shipped))
            .uid("accept-" + name)
            .name("Accept " + words(name));
    accepted.forceNonParallel();
    return new LiveRules(accepted, accepted.getSideOutput(AcceptRules.VERDICTS));
  }

  /** Gives keyed events and the rules to an operator, each rule to every task. */
  public <E, O> DataStream<O> apply(
      KeyedStream<E, String> events,
      TwoInputStreamOperator<E, AcceptedRule, O> operator,
      String uid,
      String name,
      TypeInformation<O> type) {
    return KeyedAndEveryTask.apply(events, accepted, operator, uid, name, type);
  }
}
