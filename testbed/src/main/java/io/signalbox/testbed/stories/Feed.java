// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import java.io.IOException;

/** Puts input onto the topics of a cluster: the same records on the same partitions each time. */
@FunctionalInterface
public interface Feed {
  /**
   * Writes everything and returns when Kafka has it.
   *
   * @param bootstrapServers the cluster to write to
   */
  void run(String bootstrapServers) throws IOException, InterruptedException;
}
