// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.savepoints;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.detection.BudgetEffect;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.FeedbackKind;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.savepoints.Bootstrap;
import io.signalbox.jobs.savepoints.Savepoint;
import io.signalbox.jobs.savepoints.SeriesBaseline;
import io.signalbox.jobs.savepoints.ServiceBudget;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.simulator.SimulationOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people said can be seen in a savepoint, and is still there after the next start. */
@Timeout(180)
class InspectFeedbackITCase {
  private static final JobOptions OPTIONS = JobOptions.of();
  private static final SimulationOptions WORLD =
      new SimulationOptions(10, 5, Duration.ofMinutes(4), SimulationOptions.START, 3, List.of());

  @TempDir private Path folder;

  private static Request said(String id, FeedbackKind kind, @Nullable String series) {
    var at = SimulationOptions.START.plusSeconds(60);
    var one = new Feedback(id, at, "production", "payment", series, kind, null, null, "ann");
    return new Request(SignalKind.FEEDBACK, at.toEpochMilli(), RecordJson.write(one));
  }

  private Path save(List<Request> requests, @Nullable Path from, Backend backend, String name)
      throws Exception {
    Path savepoint = folder.resolve(name);
    var input =
        List.of(new RequestSequence(List.copyOf(requests), OPTIONS.time().disorder().toMillis()));
    new Bootstrap(Job.DETECT, input, from, 2, backend, OPTIONS).run(savepoint);
    return savepoint;
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void theEffectOfFeedbackIsShownAndOutlivesARestart(Backend backend) throws Exception {
    List<Request> world = Request.of(WORLD);
    List<Request> past = world.subList(0, world.size() / 2);
    String subject = subjectOf(new Savepoint(save(past, null, backend, "untold")));
    List<Request> told = new ArrayList<>(past);
    told.add(0, said("fb-1", FeedbackKind.NORMAL, subject));
    told.add(0, said("fb-2", FeedbackKind.CONFIRMED, null));
    Path first = save(told, null, backend, "first");
    Path second = save(world.subList(world.size() / 2, world.size()), first, backend, "second");

    for (Path savepoint : List.of(first, second)) {
      List<String> effects =
          new Savepoint(savepoint)
              .series("payment").stream()
                  .filter(one -> one.budget() != null)
                  .map(one -> one.series() + "@" + one.instance() + ": " + text(one.budget()))
                  .toList();
      assertEquals(List.of(subject + ": alarm budget 1/8 by feedback fb-1"), effects);
      List<ServiceBudget> budgets = new Savepoint(savepoint).budgets("payment");
      assertEquals(
          List.of("alarm budget x2 by feedback fb-2"),
          budgets.stream().map(one -> one.budget().text()).toList());
    }
    assertEquals(List.of(), new Savepoint(second).budgets("cart"));
  }

  private static String subjectOf(Savepoint savepoint) throws Exception {
    SeriesBaseline one =
        savepoint.series("payment").stream()
            .filter(series -> series.kind() == EpisodeKind.METRIC)
            .findFirst()
            .orElseThrow();
    return one.series() + "@" + one.instance();
  }

  private static String text(@Nullable BudgetEffect effect) {
    return effect == null ? "" : effect.text();
  }
}
