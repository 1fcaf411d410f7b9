// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.topics;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.schemas.topics.Topic.Cleanup;

/** Topics about what incidents cost and what is asked of them. */
public final class IncidentTopics {
  /** What people ask about causes: written by them, read by the jobs. */
  public static final Topic<Inquiry> INCIDENT_QUESTIONS =
      new Topic<>(
          "incident-questions",
          Inquiry.class,
          Inquiry::id,
          q -> q.at().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What is answered. */
  public static final Topic<Answer> INCIDENT_ANSWERS =
      new Topic<>(
          "incident-answers",
          Answer.class,
          Answer::id,
          a -> a.at().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** Requests that counted for objectives; written and read only where some are named. */
  public static final Topic<ObjectiveWindow> OBJECTIVE_WINDOWS =
      new Topic<>(
          "objective-windows",
          ObjectiveWindow.class,
          w -> Topic.path(w.environment(), w.objective()),
          w -> w.startAt().toEpochMilli(),
          Cleanup.DELETE,
          true);

  private IncidentTopics() {}
}
