// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** A version a service was seen with. */
final class Version {
  private String name;
  private long firstMs;
  private String previous;
  private boolean untold;
  private long lastMs;
  private long calls;

  Version(String name, long firstMs, String previous, boolean untold) {
    this.name = name;
    this.firstMs = firstMs;
    this.previous = previous;
    this.untold = untold;
  }

  String name() {
    return name;
  }

  /** First millisecond of the first tick it was seen in. */
  long firstMs() {
    return firstMs;
  }

  /** The version with most calls before it, empty when there was none. */
  String previous() {
    return previous;
  }

  /** True while it is a change no one was told of. */
  boolean isUntold() {
    return untold;
  }

  /** First millisecond of the last tick it was seen in. */
  long lastMs() {
    return lastMs;
  }

  /** Its calls, older ones counting less. */
  long calls() {
    return calls;
  }

  void add(long tickMs, long more) {
    lastMs = tickMs;
    calls += more;
  }

  void halve(int times) {
    calls >>= times;
  }

  void told() {
    untold = false;
  }

  void walk(Fields fields) {
    name = fields.text(name);
    firstMs = fields.integer(firstMs);
    previous = fields.text(previous);
    untold = fields.flag(untold);
    lastMs = fields.integer(lastMs);
    calls = fields.integer(calls);
  }
}
