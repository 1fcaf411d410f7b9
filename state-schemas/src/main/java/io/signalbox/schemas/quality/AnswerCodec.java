// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.AnswerJoin;
import io.signalbox.analytics.quality.Mark;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.Map;

/** An answer and what was said of it, which wait for each other. */
public final class AnswerCodec {
  private static final int OLDEST = 1;
  private static final int VERSION = 2;

  private AnswerCodec() {}

  /** The bytes of a join; the same for joins that would go on alike. */
  public static byte[] write(AnswerJoin join) {
    FlatWriter out = new FlatWriter(VERSION);
    out.signed(join.untilMs).flag(join.counted);
    FlatFields.writeOptional(out, join.answer, AnswerFields::write);
    FlatFields.writeList(out, join.judged.values(), AnswerFields::write);
    FlatFields.writeList(out, join.labels.values(), AnswerFields::write);
    return out.toBytes();
  }

  /**
   * The join that was written.
   *
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static AnswerJoin read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, OLDEST, VERSION);
    AnswerJoin join = new AnswerJoin();
    join.untilMs = in.signed();
    join.counted = in.flag();
    join.answer = FlatFields.optional(in, AnswerFields::answer);
    readMarks(in, join.judged);
    readMarks(in, join.labels);
    return join;
  }

  private static void readMarks(FlatReader in, Map<String, Mark> marks) {
    FlatFields.list(in, AnswerFields::mark).forEach(mark -> marks.put(mark.metric(), mark));
  }
}
