// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.EventKeys;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.flinkcep.CepPatterns;
import io.signalbox.patterns.language.EventKey;
import io.signalbox.patterns.language.EventOrder;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Recognition;
import io.signalbox.patterns.reading.PatternTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Matches by flink-cep, an operator for each pattern: the second opinion on the automaton. A
 * pattern that changes has another uid, because its stages are its state.
 */
final class CepMatching {
  private CepMatching() {}

  /** Wires an operator for each rule; there is at least one. */
  static DataStream<PatternMatch> match(DataStream<PatternEvent> events, List<AcceptedRule> rules) {
    return rules.stream()
        .map(rule -> match(events, rule))
        .reduce(DataStream::union)
        .orElseThrow(() -> new IllegalArgumentException("no pattern to match"));
  }

  private static DataStream<PatternMatch> match(
      DataStream<PatternEvent> events, AcceptedRule rule) {
    PatternTexts source = new PatternTexts(List.of(rule.text()));
    String kind = EventKey.kind(source.load().get(0).pattern().key());
    String uid = "cep-" + rule.id() + "-v" + rule.version();
    DataStream<PatternEvent> seen =
        events
            .filter(event -> EventKeys.kindOf(event.key()).equals(kind))
            .uid("seen-by-" + uid)
            .name("Seen by " + rule.id());
    return CEP.pattern(
            seen.keyBy(PatternEvent::key, Types.STRING),
            CepPatterns.of(source, 0),
            EventOrder.ORDER::compare)
        .process(new Tell(source), TypeInformation.of(PatternMatch.class))
        .uid(uid)
        .name("Match " + rule.id());
  }

  /** Tells of a match in the words of the house. */
  private static final class Tell extends PatternProcessFunction<PatternEvent, PatternMatch> {
    private static final long serialVersionUID = 1;
    private final PatternTexts source;
    private transient FailurePattern pattern;

    Tell(PatternTexts source) {
      this.source = source;
    }

    @Override
    public void open(OpenContext context) {
      pattern = source.load().get(0).pattern();
    }

    @Override
    public void processMatch(
        Map<String, List<PatternEvent>> match, Context context, Collector<PatternMatch> out) {
      List<List<PatternEvent>> stages = new ArrayList<>();
      pattern.stages().forEach(stage -> stages.add(match.getOrDefault(stage.name(), List.of())));
      out.collect(Recognition.of(pattern, context.timestamp(), stages));
    }
  }
}
