// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.MemorySize;

/**
 * How the brokers are reached and records of any size are moved exactly once.
 *
 * @param bootstrap host:port, several separated by commas
 * @param group consumer group and beginning of the transactional ids
 * @param topicPrefix put before the name of each topic that Signalbox writes
 * @param partitions partitions of each topic with progress records
 * @param maxRecord greatest record read or written
 * @param transactionTimeout longer than the longest outage to survive, at most the broker's {@code
 *     transaction.max.timeout.ms}
 * @param transactionNames how transactional ids are chosen
 * @param incidents whether incidents wait for the checkpoint that holds them
 * @param properties any further setting of the Kafka clients, such as security
 */
@OptionGroup(prefix = "kafka", title = "Kafka")
public record KafkaOptions(
    @Option(value = "localhost:9092", doc = "Brokers as host:port, several separated by commas.")
        String bootstrap,
    @Option(value = "signalbox", doc = "Consumer group, and what transactional ids begin with.")
        String group,
    @Option(value = "", doc = "Put before the name of each topic that Signalbox writes.")
        String topicPrefix,
    @Option(
            value = "4",
            min = 1,
            max = 10_000,
            doc =
                "Partitions of each topic that carries progress records; readers and writers must"
                    + " agree.")
        int partitions,
    @Option(value = "32mb", doc = "Greatest record that is read.") MemorySize maxRecord,
    @Option(
            value = "15m",
            doc =
                "Longer than the longest outage to survive, at most transaction.max.timeout.ms of"
                    + " the broker.")
        Duration transactionTimeout,
    @Option(
            value = "incrementing",
            doc =
                "How transactional ids are chosen; see docs/decisions/0003-kafka-transactions.md.")
        TransactionNames transactionNames,
    @Option(
            value = "exactly-once",
            doc =
                "Whether incidents and incident-events wait for their checkpoint, or come at once"
                    + " and perhaps again; their id and revision tell.")
        Delivery incidents,
    @Option(
            value = "",
            doc = "Any setting of the Kafka clients, such as kafka.properties.security.protocol.")
        Map<String, String> properties)
    implements Serializable {

  /** How transactional ids are chosen. */
  public enum TransactionNames {
    /** A new id for each checkpoint. */
    INCREMENTING,
    /** Ids are used again. */
    POOLING
  }

  /** When a record can be read. */
  public enum Delivery {
    /** When the checkpoint that holds it is complete. */
    EXACTLY_ONCE,
    /** At once; after a restart perhaps again. */
    AT_LEAST_ONCE
  }
}
