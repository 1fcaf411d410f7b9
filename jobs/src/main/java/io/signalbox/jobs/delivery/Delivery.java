// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells a server outside of items through a courier; keyed, such as by the id of an incident.
 *
 * @param <T> what it is told
 */
abstract class Delivery<T> extends AbstractStreamOperator<Void>
    implements OneInputStreamOperator<T, Void> {
  private static final long serialVersionUID = 1;

  private transient @Nullable Courier sent;
  private transient boolean finished;

  /** Keys of which a state was restored. */
  final List<String> restoredKeys(String state) {
    try (Stream<String> ids =
        this.<String>getKeyedStateBackend().getKeys(state, VoidNamespace.INSTANCE)) {
      return ids.toList();
    }
  }

  /** Makes the courier, whose last load is waited for at the end of input. */
  final Courier courier(String to, Duration longestPause, MetricGroup metrics) {
    Courier courier =
        new Courier(
            to,
            getContainingTask()
                .getMailboxExecutorFactory()
                .createExecutor(getOperatorConfig().getChainIndex()),
            getProcessingTimeService(),
            longestPause,
            metrics);
    sent = courier;
    return courier;
  }

  /** True when all input has come. */
  final boolean isFinished() {
    return finished;
  }

  @Override
  public void finish() throws Exception {
    super.finish();
    finished = true;
  }

  @Override
  public void close() throws Exception {
    if (finished && sent != null) {
      sent.awaitLast();
    }
    super.close();
  }
}
