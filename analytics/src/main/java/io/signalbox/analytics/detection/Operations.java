// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.SpanCell;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The operations a service answers, at most {@link #MOST} by name and the rest as {@link #OTHER},
 * and all of them together as {@link #ALL}. What is asked of the service counts: server and
 * consumer spans, or internal and unspecified ones as long as it never showed any of those.
 */
final class Operations {
  static final int MOST = 64;
  static final int LONGEST_NAME = 128;
  static final String OTHER = "other";
  static final String ALL = "*";
  private static final int SERVER = 2;
  private static final int CONSUMER = 5;

  private final TreeMap<String, Operation> known = new TreeMap<>();
  private Operation all = new Operation(ALL);
  private boolean serves;

  /** Learns from the cells of a tick whether the service answers anyone. */
  void meet(List<SpanCell> cells) {
    if (!serves && cells.stream().anyMatch(cell -> isAnswer(cell.kind()))) {
      serves = true;
      known.clear();
      all = new Operation(ALL);
    }
  }

  /** True when the cell counts as work asked of the service. */
  boolean takes(SpanCell cell) {
    return serves ? isAnswer(cell.kind()) : cell.kind() == 0 || cell.kind() == 1;
  }

  private static boolean isAnswer(int kind) {
    return kind == SERVER || kind == CONSUMER;
  }

  /** Adds a cell; new names of one tick must come in ascending order. */
  void add(long tickMs, SpanCell cell) {
    String name = Text.cut(cell.operation(), LONGEST_NAME);
    if (!known.containsKey(name) && named() >= MOST) {
      name = OTHER;
    }
    known.computeIfAbsent(name, Operation::new).add(tickMs, cell);
    all.add(tickMs, cell);
  }

  private int named() {
    return known.size() - (known.containsKey(OTHER) ? 1 : 0);
  }

  /**
   * Judges a window. All operations together are judged for failures that no single one explains.
   *
   * @param speaking false when the service is silent
   */
  void endWindow(Judgement look, boolean speaking) {
    long[] rest = new long[2];
    for (Operation operation : known.values()) {
      operation.endSeries(look, speaking);
      operation.endErrors(
          look,
          (calls, errors) -> {
            rest[0] += calls;
            rest[1] += errors;
          });
    }
    if (known.size() > 1) {
      all.endSeries(look, speaking);
    } else {
      all.forgetSeries();
    }
    all.endErrors(look, rest[0], rest[1]);
    known.values().removeIf(gone -> isGone(look, gone));
  }

  private static boolean isGone(Judgement look, Operation operation) {
    boolean gone = look.atMs() - operation.lastMs() >= RequestWatch.DAY_MS;
    if (gone) {
      operation.pause(look);
    }
    return gone;
  }

  /** Ends all that is open: no window will follow soon. */
  void pause(Judgement look) {
    known.values().forEach(operation -> operation.pause(look));
    all.pause(look);
  }

  void walk(Fields fields) {
    serves = fields.flag(serves);
    all.walk(fields);
    List<Operation> list = new ArrayList<>(known.values());
    fields.list(list, MOST + 1, () -> new Operation(""), Operation::walk);
    known.clear();
    list.forEach(operation -> known.put(operation.name(), operation));
  }
}
