// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.schemas.topics.Topic;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Takes the records that a topology has made to wherever they are wanted. */
@FunctionalInterface
public interface Outputs {
  /**
   * Writes a stream; at most once for each topic of a job, because the topic names the operators.
   */
  <T> void write(DataStream<T> records, Topic<T> topic);
}
