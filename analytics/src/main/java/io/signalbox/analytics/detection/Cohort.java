// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Comparator;

/** Outcomes of one operation under one value of one attribute, in a ring of {@link #SLOTS}. */
final class Cohort {
  static final int SLOTS = 10;
  static final long SLOT_MS = 30_000;

  /** What a cohort is cut by; operations of one attribute lie next to each other. */
  record Key(String attribute, String operation, String value) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::attribute)
            .thenComparing(Key::operation)
            .thenComparing(Key::value);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    /** True when both are compared with each other. */
    boolean sharesGroup(Key other) {
      return attribute.equals(other.attribute) && operation.equals(other.operation);
    }

    /** The cohort as the subject of an episode. */
    String subject() {
      return attribute + "=" + value;
    }
  }

  private final long[] calls = new long[SLOTS];
  private final long[] errors = new long[SLOTS];
  private Key key;

  Cohort(Key key) {
    this.key = key;
  }

  Key key() {
    return key;
  }

  long calls(int slot) {
    return calls[slot];
  }

  long errors(int slot) {
    return errors[slot];
  }

  void add(int slot, long moreCalls, long moreErrors) {
    calls[slot] += moreCalls;
    errors[slot] += moreErrors;
  }

  void clear(int slot) {
    calls[slot] = 0;
    errors[slot] = 0;
  }

  boolean isEmpty() {
    for (long count : calls) {
      if (count != 0) {
        return false;
      }
    }
    return true;
  }

  void walk(Fields fields) {
    key =
        new Key(
            fields.text(key.attribute()), fields.text(key.operation()), fields.text(key.value()));
    for (int slot = 0; slot < SLOTS; slot++) {
      calls[slot] = fields.integer(calls[slot]);
      errors[slot] = fields.integer(errors[slot]);
    }
  }
}
