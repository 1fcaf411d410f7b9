// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.schemas.topics.Topic;
import java.time.Instant;

/**
 * A live rule and when it is sent.
 *
 * @param id of the rule
 * @param version of the rule
 * @param text with an epoch that lies ahead of the event time at which it is sent
 * @param topic where it is sent
 * @param verdicts where the job answers
 * @param job place of the job among those of the scenario
 * @param task part of the name of the task whose event time counts
 * @param sendAt event time that this task must have reached before
 */
public record TimedRule(
    String id,
    int version,
    String text,
    String topic,
    Topic<RuleVerdict> verdicts,
    int job,
    String task,
    Instant sendAt) {}
