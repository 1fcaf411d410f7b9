// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Advisor;
import io.signalbox.analytics.incidents.Experience;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.OpenIncident;
import io.signalbox.analytics.incidents.Outcome;
import io.signalbox.analytics.objectives.Ledger;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.patterns.advice.AdviceCatalogue;
import io.signalbox.patterns.advice.AdviceTexts;
import io.signalbox.schemas.incidents.ExperienceCodec;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives each revision of an incident its class, its owner, what it has cost, its like in the past
 * and what to do, because whoever is woken by it needs the next step and not only the cause.
 */
public final class AdviseIncidents extends EventTimeFold<Advisable, Incident, Experience> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "advise-incidents";

  /** Outcomes that could not be used. */
  public static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused-outcomes", TypeInformation.of(DeadLetter.class));

  private static final int UNKNOWN = -1;
  private static final long BASE = 4096;
  private static final long EACH = 256;
  private static final int EACH_OPEN = 8;
  private static final long EACH_LEDGER = 32_768;
  private static final long EACH_SKETCH = 1_024;

  /** An incident that is looked for in the second in which it may come back is still there. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final AdviceTexts texts;
  private final Objectives objectives;
  private final Duration keep;
  private transient @Nullable Advisor advisor;

  /**
   * Advises by texts, which have been checked.
   *
   * @param reopen how long after its end an incident can come back
   */
  public AdviseIncidents(AdviceTexts texts, Objectives objectives, Duration reopen) {
    super(new AdvisableOrder(), TypeInformation.of(Advisable.class));
    this.texts = texts;
    this.objectives = objectives;
    this.keep = reopen.plus(SLACK);
  }

  @Override
  protected String stateName() {
    return "experience";
  }

  @Override
  protected Experience decode(String environment, byte @Nullable [] bytes) {
    Experience experience = bytes == null ? new Experience() : ExperienceCodec.decode(bytes);
    experience.impacts().keep(objectives);
    return experience;
  }

  @Override
  protected byte[] encode(Experience experience) {
    return ExperienceCodec.encode(experience);
  }

  @Override
  protected boolean isOver(Experience experience) {
    return experience.isEmpty();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(Experience experience) {
    int kept = experience.outcomes().kept().size() + experience.past().all().size();
    int told = kept + experience.owners().size() + EACH_OPEN * experience.open().all().size();
    long bytes = BASE + EACH * told;
    for (Ledger ledger : experience.impacts().ledgers().values()) {
      bytes += EACH_LEDGER + EACH_SKETCH * ledger.users().size();
    }
    return bytes;
  }

  /** Outcomes come from people, who hold up no one: what is said late counts from now on. */
  @Override
  public void processElement(StreamRecord<Advisable> element) throws Exception {
    Advisable item = element.getValue();
    boolean late = item.outcome() != null && item.foundMs() <= passedMs();
    super.processElement(
        late ? new StreamRecord<>(item.from(passedMs() + 1), passedMs() + 1) : element);
  }

  private Advisor advisor() {
    if (advisor == null) {
      advisor = AdviceCatalogue.of(texts).advisor();
    }
    return advisor;
  }

  @Override
  protected void fold(
      Experience experience, long tickMs, List<Advisable> items, FoldOutput<Incident> found) {
    experience.open().forget(Instant.ofEpochMilli(tickMs), keep);
    NavigableSet<Long> begun = experience.open().begun();
    for (Advisable item : items) {
      if (item.counted() != null) {
        experience.impacts().hear(item.counted(), objectives, begun);
      }
      if (item.owned() != null) {
        experience.declare(item.owned());
      }
      if (item.outcome() != null) {
        hear(experience, item.outcome(), Instant.ofEpochMilli(item.foundMs()), found);
      }
      if (item.incident() != null) {
        tell(experience, experience.open().note(item.incident()), found);
      }
    }
    items.stream()
        .filter(item -> item.counted() != null)
        .findFirst()
        .ifPresent(item -> tellWhatGrew(experience, Instant.ofEpochMilli(item.foundMs()), found));
  }

  private void tellWhatGrew(Experience experience, Instant now, FoldOutput<Incident> found) {
    for (OpenIncident one : List.copyOf(experience.open().all())) {
      if (experience.impacts().isNews(one, now, objectives)) {
        tellAgain(experience, one.last().id(), now, found);
      }
    }
  }

  private void tellAgain(
      Experience experience, String incident, Instant now, FoldOutput<Incident> found) {
    experience.open().again(incident, now).ifPresent(next -> tell(experience, next, found));
  }

  private void tell(Experience experience, Incident revision, FoldOutput<Incident> found) {
    Incident assessed = experience.impacts().assess(revision, objectives);
    experience.open().told(assessed);
    found.collect(advisor().advise(assessed, experience));
  }

  private void hear(
      Experience experience, Outcome outcome, Instant now, FoldOutput<Incident> found) {
    boolean news = experience.outcomes().isNews(outcome);
    if (!advisor().knows(outcome.runbook())) {
      refuse(outcome, DeadLetterReason.IMPOSSIBLE_VALUE, "there is no such runbook", found);
    } else if (!experience.outcomes().add(outcome)) {
      refuse(outcome, DeadLetterReason.TOO_LATE, "older than all that are remembered", found);
    } else if (news) {
      tellAgain(experience, outcome.incident(), now, found);
    }
  }

  private static void refuse(
      Outcome outcome, String reason, String why, FoldOutput<Incident> found) {
    String detail = "outcome of '" + outcome.runbook() + "' in " + outcome.incident() + ": " + why;
    found.collect(
        REFUSED,
        new DeadLetter(
            reason,
            detail,
            Topics.INCIDENT_OUTCOMES.name(),
            UNKNOWN,
            UNKNOWN,
            null,
            RecordJson.write(outcome)));
  }

  @Override
  protected void advance(Experience experience, long nowMs, FoldOutput<Incident> found) {
    // nothing is due by time alone
  }

  @Override
  protected long nextWakeMs(Experience experience) {
    return Long.MAX_VALUE;
  }
}
