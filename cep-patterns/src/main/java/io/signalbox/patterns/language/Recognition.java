// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.MatchedEvent;
import io.signalbox.analytics.patterns.MatchedStage;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.schemas.patterns.PatternEventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What is told of events that fit a pattern, whichever engine found them. */
public final class Recognition {
  private static final int ID_BYTES = 8;

  private Recognition() {}

  /**
   * Tells of a match.
   *
   * @param pattern what was matched
   * @param atMs event time at which it was complete
   * @param events what each stage took, in the order of the stages; at least one event in all
   */
  public static PatternMatch of(
      FailurePattern pattern, long atMs, List<List<PatternEvent>> events) {
    List<MatchedStage> stages = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (!pattern.stages().get(i).negated()) {
        List<MatchedEvent> told = events.get(i).stream().map(MatchedEvent::of).toList();
        stages.add(new MatchedStage(pattern.stages().get(i).name(), told));
      }
    }
    PatternEvent first =
        events.stream()
            .flatMap(List::stream)
            .min(Comparator.comparingLong(PatternEvent::timeMs))
            .orElseThrow();
    String observer = first.text(EventField.OBSERVER);
    String service = observer.isEmpty() ? first.text(EventField.SERVICE) : observer;
    Emit emit = pattern.emit();
    return new PatternMatch(
        idOf(pattern, events),
        pattern.id(),
        pattern.version(),
        first.key(),
        first.text(EventField.ENVIRONMENT),
        service,
        Title.blame(emit, stages),
        Title.of(emit, first.key(), service, stages),
        emit.severity(),
        emit.confidence(),
        emit.runbook(),
        Instant.ofEpochMilli(first.timeMs()),
        Instant.ofEpochMilli(atMs),
        List.copyOf(stages));
  }

  /** Sixteen hexadecimal digits: pattern, version, and every event by its stage, hashed. */
  private static String idOf(FailurePattern pattern, List<List<PatternEvent>> stages) {
    DataOutputSerializer out = new DataOutputSerializer(256);
    try {
      out.writeUTF(pattern.id());
      out.writeInt(pattern.version());
      for (List<PatternEvent> stage : stages) {
        out.writeInt(stage.size());
        for (PatternEvent event : stage) {
          PatternEventCodec.write(event, out);
        }
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(out.getCopyOfBuffer());
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (NoSuchAlgorithmException problem) {
      throw new IllegalStateException("every Java has SHA-256", problem);
    }
  }
}
