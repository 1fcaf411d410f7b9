// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SideOutputDataStream;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;
import org.apache.flink.util.OutputTag;

/**
 * Gives keyed items, and others that every task must have, to an operator: Flink has no method for
 * an operator of this kind.
 */
public final class KeyedAndEveryTask {
  private KeyedAndEveryTask() {}

  /**
   * Wires the operator.
   *
   * @param keyed its first input
   * @param everywhere its second input, each item of which goes to every task
   * @param uid identity of the operator in savepoints
   */
  public static <E, B, O> DataStream<O> apply(
      KeyedStream<E, String> keyed,
      DataStream<B> everywhere,
      TwoInputStreamOperator<E, B, O> operator,
      String uid,
      String name,
      TypeInformation<O> type) {
    var environment = keyed.getExecutionEnvironment();
    TwoInputTransformation<E, B, O> both =
        new TwoInputTransformation<>(
            keyed.getTransformation(),
            everywhere.broadcast().getTransformation(),
            name,
            operator,
            type,
            environment.getParallelism(),
            false);
    both.setStateKeySelectors(keyed.getKeySelector(), null);
    both.setStateKeyType(keyed.getKeyType());
    both.setUid(uid);
    environment.addOperator(both);
    return new DataStream<>(environment, both);
  }

  /** A side output of an operator that was so wired. */
  public static <X> DataStream<X> sideOutput(DataStream<?> of, OutputTag<X> tag) {
    return new SideOutputDataStream<>(
        of.getExecutionEnvironment(), new SideOutputTransformation<>(of.getTransformation(), tag));
  }
}
