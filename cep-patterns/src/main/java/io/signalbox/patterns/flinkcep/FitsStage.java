// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.flinkcep;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Condition;
import io.signalbox.patterns.conditions.PatternSource;
import io.signalbox.patterns.conditions.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/** The condition of a stage, or that of the end of its loop, made anew where it is asked. */
final class FitsStage extends IterativeCondition<PatternEvent> {
  private static final long serialVersionUID = 1;

  private final PatternSource source;
  private final int pattern;
  private final int stage;
  private final boolean until;

  private transient @Nullable Condition condition;

  FitsStage(PatternSource source, int pattern, int stage, boolean until) {
    this.source = source;
    this.pattern = pattern;
    this.stage = stage;
    this.until = until;
  }

  @Override
  public boolean filter(PatternEvent event, Context<PatternEvent> context) throws Exception {
    Condition asked = condition();
    Optional<java.util.Set<String>> types = asked.types();
    if (types.isPresent() && !types.get().contains(event.type())) {
      return false;
    }
    return asked.test(event, asked.refersBack() ? name -> events(context, name) : Taken.NOTHING);
  }

  private static List<PatternEvent> events(Context<PatternEvent> context, String stage) {
    try {
      List<PatternEvent> events = new ArrayList<>();
      context.getEventsForPattern(stage).forEach(events::add);
      return events;
    } catch (RuntimeException problem) {
      throw problem;
    } catch (Exception problem) {
      throw new IllegalStateException("flink-cep lost the events of stage " + stage, problem);
    }
  }

  private Condition condition() {
    Condition known = condition;
    if (known == null) {
      CompiledPattern compiled = source.load().get(pattern);
      known = until ? compiled.until().get(stage).orElseThrow() : compiled.where().get(stage);
      condition = known;
    }
    return known;
  }
}
