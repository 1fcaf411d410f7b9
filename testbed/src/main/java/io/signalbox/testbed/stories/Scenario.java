// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.Submission;
import io.signalbox.testbed.TopicSpec;
import java.time.Duration;
import java.util.List;

/**
 * Jobs under a load whose committed output must not depend on faults.
 *
 * @param jobs what runs, in the order of submission
 * @param feed the load; ends at one event time on every partition, so that the last watermark is
 *     the same each time
 * @param inputs topics the feed writes
 * @param outputs topics the jobs write
 * @param extraTopics topics to make beside those of flink-conf/topics.yaml
 * @param still how long the output must stand still to be called complete; longer than the time
 *     after which the jobs take a silent partition for idle
 */
public record Scenario(
    List<Submission> jobs,
    Feed feed,
    List<String> inputs,
    List<String> outputs,
    List<TopicSpec> extraTopics,
    Duration still) {}
