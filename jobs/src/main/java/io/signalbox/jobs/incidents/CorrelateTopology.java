// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Promptly;
import io.signalbox.schemas.incidents.EdgeReport;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The correlate job: from what is not as usual to incidents, and what to do about them. */
public final class CorrelateTopology {
  private CorrelateTopology() {}

  /** Wires the job; all inputs carry timestamps and watermarks. */
  public static Correlated build(CorrelateInputs inputs, JobOptions options) {
    SingleOutputStreamOperator<Incident> incidents = correlate(inputs, options);
    DataStream<Advisable> advisable =
        StampFinding.stamp(incidents, "incidents", Advisable::of, Advisable.class)
            .union(StampFinding.stamp(owned(inputs), "owners", Advisable::of, Advisable.class));
    if (inputs.objectives() != null) {
      advisable =
          advisable.union(
              StampFinding.stamp(
                  inputs.objectives(), "objectives", Advisable::of, Advisable.class));
    }
    DataStream<DeadLetter> unreadable = null;
    if (inputs.outcomes() != null) {
      SingleOutputStreamOperator<Advisable> outcomes =
          inputs
              .outcomes()
              .process(new ReadOutcomes())
              .returns(TypeInformation.of(Advisable.class))
              .uid("read-outcomes")
              .name("Read outcomes");
      advisable = advisable.union(outcomes);
      unreadable = outcomes.getSideOutput(AdviseIncidents.REFUSED);
    }
    SingleOutputStreamOperator<Incident> advised = advise(advisable, options);
    DataStream<DeadLetter> refused = advised.getSideOutput(AdviseIncidents.REFUSED);
    return new Correlated(
        advised,
        incidents.getSideOutput(CorrelateEpisodes.ANSWERS),
        incidents.getSideOutput(CorrelateEpisodes.MEASURES),
        unreadable == null ? refused : refused.union(unreadable));
  }

  private static SingleOutputStreamOperator<Incident> correlate(
      CorrelateInputs inputs, JobOptions options) {
    CorrelateEpisodes correlate = new CorrelateEpisodes(options.correlation(), options.incidents());
    if (options.time().foldOnArrival()) {
      correlate.foldOnArrival();
    }
    correlate.cache(options.state().cache().getBytes());
    DataStream<Finding> episodes = StampFinding.stamp(inputs.episodes(), "episodes", Finding::of);
    DataStream<Finding> findings =
        episodes.union(
            learn(inputs, episodes, options),
            StampFinding.stamp(inputs.suspicions(), "suspicions", Finding::of),
            StampFinding.stamp(inputs.changes(), "changes", Finding::of),
            StampFinding.stamp(inputs.matches(), "matches", Finding::of));
    if (inputs.statements() != null) {
      findings = inputs.statements().beside(findings);
    }
    if (inputs.inquiries() != null) {
      findings = findings.union(StampFinding.stamp(inputs.inquiries(), "inquiries", Finding::of));
    }
    return Promptly.send(
        findings
            .keyBy(Finding::environment, Types.STRING)
            .transform("CorrelateEpisodes", TypeInformation.of(Incident.class), correlate)
            .uid(CorrelateEpisodes.UID)
            .name("Correlate episodes"));
  }

  private static DataStream<Finding> learn(
      CorrelateInputs inputs, DataStream<Finding> episodes, JobOptions options) {
    LearnEdges learn = new LearnEdges(options.correlation(), options.incidents());
    if (options.time().foldOnArrival()) {
      learn.foldOnArrival();
    }
    learn.cache(options.state().cache().getBytes());
    DataStream<Finding> ofCalls =
        Promptly.send(
            episodes.filter(LearnEdges::hears).uid("episodes-of-calls").name("Episodes of calls"));
    DataStream<EdgeReport> learned =
        Promptly.send(
            StampFinding.stamp(inputs.edges(), "edges", Finding::of)
                .union(ofCalls)
                .keyBy(LearnEdges::keyOf, Types.STRING)
                .transform("LearnEdges", TypeInformation.of(EdgeReport.class), learn)
                .uid(LearnEdges.UID)
                .name("Learn edges"));
    return StampFinding.stamp(learned, "learned-edges", Finding::of);
  }

  private static DataStream<Change> owned(CorrelateInputs inputs) {
    return inputs
        .changes()
        .filter(change -> change.kind().equals(Change.OWNED))
        .uid("select-owners")
        .name("Select owners");
  }

  private static SingleOutputStreamOperator<Incident> advise(
      DataStream<Advisable> advisable, JobOptions options) {
    AdviseIncidents advise =
        new AdviseIncidents(
            options.advice().texts(), options.incidents().named(), options.correlation().reopen());
    if (options.time().foldOnArrival()) {
      advise.foldOnArrival();
    }
    advise.cache(options.state().cache().getBytes());
    return Promptly.send(
        advisable
            .keyBy(Advisable::environment, Types.STRING)
            .transform("AdviseIncidents", TypeInformation.of(Incident.class), advise)
            .uid(AdviseIncidents.UID)
            .name("Advise incidents"));
  }
}
