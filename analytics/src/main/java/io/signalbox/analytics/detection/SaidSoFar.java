// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements that are in force where they have their effect. They come in the order of event
 * time and hold from when they come; what is taken back is forgotten. Mutable.
 */
final class SaidSoFar {
  private final FeedbackLog log = new FeedbackLog();
  private final Map<String, BudgetEffect> ofSeries = new HashMap<>();
  private @Nullable BudgetEffect ofAll;

  boolean isEmpty() {
    return log.isEmpty();
  }

  /**
   * Takes statements in.
   *
   * @return withdrawals of what is not in force
   */
  int add(Collection<Feedback> statements) {
    statements.forEach(log::add);
    int unmatched = log.settle();
    derive();
    return unmatched;
  }

  private void derive() {
    ofSeries.clear();
    ofAll = null;
    for (BudgetEffect effect : log.effects(Long.MAX_VALUE)) {
      if (effect.multiplier() == 1) {
        continue;
      }
      if (effect.series() == null) {
        ofAll = effect;
      } else {
        ofSeries.put(effect.series(), effect);
      }
    }
  }

  /** What changes the budget of a series; null when nothing does. */
  @Nullable BudgetEffect effectOn(String series) {
    return ofSeries.get(series);
  }

  /** What changes the budget of the service; null when nothing does. */
  @Nullable BudgetEffect effectOnAll() {
    return ofAll;
  }

  /** Walks over all state, see {@link Fields}. */
  void walk(Fields fields) {
    List<Draft> drafts = new ArrayList<>();
    log.statements().forEach(said -> drafts.add(new Draft(said)));
    boolean reads = drafts.isEmpty();
    fields.list(drafts, FeedbackLog.STATEMENTS, Draft::new, Draft::walk);
    if (reads) {
      add(drafts.stream().map(Draft::statement).toList());
    }
  }

  /** A statement on its way to or from bytes; environment and service are the key. */
  private static final class Draft {
    private String id = "";
    private long effectiveAtMs;
    private @Nullable String series;
    private boolean confirms;
    private String episode = "";
    private String by = "";

    Draft() {}

    Draft(Feedback said) {
      id = said.id();
      effectiveAtMs = said.effectiveAt().toEpochMilli();
      series = said.series();
      confirms = said.kind() == FeedbackKind.CONFIRMED;
      episode = said.episode() == null ? "" : said.episode();
      by = said.by();
    }

    Feedback statement() {
      return new Feedback(
          id,
          Instant.ofEpochMilli(effectiveAtMs),
          "",
          "",
          series,
          confirms ? FeedbackKind.CONFIRMED : FeedbackKind.NORMAL,
          null,
          episode.isEmpty() ? null : episode,
          by);
    }

    void walk(Fields fields) {
      id = fields.text(id);
      effectiveAtMs = fields.integer(effectiveAtMs);
      boolean ofOne = fields.flag(series != null);
      series = ofOne ? fields.text(series == null ? "" : series) : null;
      confirms = fields.flag(confirms);
      episode = fields.text(episode);
      by = fields.text(by);
    }
  }
}
