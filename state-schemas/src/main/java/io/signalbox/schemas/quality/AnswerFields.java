// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.Answer;
import io.signalbox.analytics.quality.Mark;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers and what is said of them, as part of something. */
final class AnswerFields {
  private AnswerFields() {}

  static void write(FlatWriter out, Answer answer) {
    out.signed(answer.atMs()).text(answer.environment()).text(answer.service());
    out.text(answer.model()).text(answer.tenant()).text(answer.route()).text(answer.id());
    out.real(answer.outputTokens());
    FlatFields.writeOptional(out, answer.prompt(), FlatWriter::text);
    FlatFields.writeOptional(out, answer.text(), FlatWriter::text);
    out.count(answer.segments().size());
    new TreeMap<>(answer.segments()).forEach((name, value) -> out.text(name).text(value));
    out.count(answer.numbers().size());
    new TreeMap<>(answer.numbers()).forEach((metric, value) -> out.text(metric).real(value));
  }

  static Answer answer(FlatReader in) {
    return new Answer(
        in.signed(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.real(),
        FlatFields.optional(in, FlatReader::text),
        FlatFields.optional(in, FlatReader::text),
        map(in, FlatReader::text),
        map(in, FlatReader::real));
  }

  /** What is read of the first version has neither segments nor numbers. */
  private static <T> Map<String, T> map(FlatReader in, Function<FlatReader, T> value) {
    int size = in.version() == 1 ? 0 : in.length();
    Map<String, T> read = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      read.put(in.text(), value.apply(in));
    }
    return read;
  }

  static void write(FlatWriter out, Mark mark) {
    out.signed(mark.atMs()).text(mark.metric()).real(mark.value());
    out.flag(mark.rate()).flag(mark.truth()).text(mark.by());
  }

  static Mark mark(FlatReader in) {
    return new Mark(in.signed(), in.text(), in.real(), in.flag(), in.flag(), in.text());
  }

  static void write(FlatWriter out, Observation seen) {
    out.signed(seen.atMs());
    write(out, seen.answer());
    out.text(seen.metric()).real(seen.value()).flag(seen.rate()).real(seen.replaced());
    out.flag(seen.replacesLabel()).flag(seen.truth()).real(seen.judged());
  }

  static Observation observation(FlatReader in) {
    return new Observation(
        in.signed(),
        answer(in),
        in.text(),
        in.real(),
        in.flag(),
        in.real(),
        in.flag(),
        in.flag(),
        in.real());
  }
}
