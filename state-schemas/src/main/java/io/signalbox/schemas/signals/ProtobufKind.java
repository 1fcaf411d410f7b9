// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.List;

/**
 * Tells what an Export request carries by the shape of its items: the three requests are alike down
 * to the items, and these differ in which fields they have and of which wire type.
 */
final class ProtobufKind {
  /** So many items are looked at; a request holds items of one kind only. */
  private static final int ENOUGH_ITEMS = 32;

  /** Wire types of the fields of an item by number; -1 is no field. */
  private static final int[] SPAN = {-1, 2, 2, 2, 2, 2, 0, 1, 1, 2, 0, 2, 0, 2, 0, 2, 5};

  private static final int[] METRIC = {-1, 2, 2, 2, -1, 2, -1, 2, -1, 2, 2, 2, 2};
  private static final int[] LOG = {-1, 1, 0, 2, -1, 2, 2, 0, 5, 2, 2, 1, 2};

  private final Wire wire = new Wire();
  private int items;
  private int metricMisfits;
  private int spanMisfits;
  private int logMisfits;

  /**
   * What a request carries.
   *
   * @param hint what it is taken for when its shape does not tell
   */
  static SignalKind of(byte[] request, SignalKind hint) {
    ProtobufKind trial = new ProtobufKind();
    try {
      trial.wire.open(request, 0, request.length);
      trial.descend(3);
    } catch (MalformedTelemetry broken) {
      return trial.verdict(hint); // by what could be read
    }
    return trial.verdict(hint);
  }

  private SignalKind verdict(SignalKind hint) {
    int least = Math.min(metricMisfits, Math.min(spanMisfits, logMisfits));
    if (misfits(hint) == least) {
      return hint;
    }
    return List.of(SignalKind.METRICS, SignalKind.TRACES, SignalKind.LOGS).stream()
        .filter(kind -> misfits(kind) == least)
        .findFirst()
        .orElse(hint);
  }

  private int misfits(SignalKind kind) {
    return switch (kind) {
      case METRICS -> metricMisfits;
      case TRACES -> spanMisfits;
      case LOGS -> logMisfits;
      case CHANGES, FEEDBACK -> Integer.MAX_VALUE;
    };
  }

  /** Groups are field 1 of the request, scopes field 2 of a group, items field 2 of a scope. */
  private void descend(int levels) throws MalformedTelemetry {
    int inner = (levels == 3 ? 1 : 2) << 3 | Wire.LEN;
    while (items < ENOUGH_ITEMS && wire.next()) {
      if (wire.tag == inner) {
        int outerEnd = wire.enter();
        if (levels == 1) {
          judgeItem();
        } else {
          descend(levels - 1);
        }
        wire.leave(outerEnd);
      }
    }
  }

  private void judgeItem() throws MalformedTelemetry {
    items++;
    while (wire.next()) {
      int number = wire.tag >>> 3;
      int type = wire.tag & 7;
      spanMisfits += fits(SPAN, number, type) && fitsSpan(number) ? 0 : 1;
      logMisfits += fits(LOG, number, type) && fitsLog(number) ? 0 : 1;
      metricMisfits += fits(METRIC, number, type) && fitsMetric(number) ? 0 : 1;
    }
  }

  private static boolean fits(int[] types, int number, int type) {
    return number < types.length && types[number] == type;
  }

  private boolean fitsSpan(int number) {
    return switch (number) {
      case 1 -> wire.size == 16 || wire.size == 0;
      case 2, 4 -> wire.size == 8 || wire.size == 0;
      default -> true;
    };
  }

  private boolean fitsLog(int number) {
    return switch (number) {
      case 9 -> wire.size == 16 || wire.size == 0;
      case 10 -> wire.size == 8 || wire.size == 0;
      default -> true;
    };
  }

  /** A metric's name is readable, and its data are messages of points. */
  private boolean fitsMetric(int number) throws MalformedTelemetry {
    if (number == 1) {
      return isReadable();
    }
    return number < 5 || number == 12 || holdsPoints();
  }

  private boolean isReadable() {
    for (int i = wire.from; i < wire.from + wire.size; i++) {
      if (wire.bytes[i] >= 0 && wire.bytes[i] < ' ') {
        return false;
      }
    }
    return wire.size > 0;
  }

  private boolean holdsPoints() throws MalformedTelemetry {
    int tag = wire.tag;
    int outerEnd = wire.enter();
    boolean points = true;
    try {
      while (wire.next()) {
        points &= wire.tag == (1 << 3 | Wire.LEN) || (wire.tag & 7) == Wire.VARINT;
      }
    } catch (MalformedTelemetry noMessage) {
      points = false;
    }
    wire.leave(outerEnd);
    wire.tag = tag;
    return points;
  }
}
