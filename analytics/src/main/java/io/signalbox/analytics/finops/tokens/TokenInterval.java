// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was counted up to one time, and how often it was told as a usage. */
public final class TokenInterval {
  private final List<Part> parts = new ArrayList<>();
  private long revision;

  /**
   * What one point adds.
   *
   * @param series hash of resource, metric and attributes
   * @param startNs of the point, nanoseconds since 1970
   * @param kind what it counts
   * @param sum tokens
   * @param count calls, or unknown
   * @param max most tokens of a call, or unknown
   */
  public record Part(long series, long startNs, TokenKind kind, long sum, long count, long max) {
    boolean isOf(TokenPoint point) {
      return series == point.series() && startNs == point.startNs();
    }
  }

  /** Of what was told so often. */
  public TokenInterval(long revision) {
    this.revision = revision;
  }

  /** How often it was told. */
  public long revision() {
    return revision;
  }

  /** What it consists of, in the order in which it came. */
  public List<Part> parts() {
    return parts;
  }

  /** What was added for the same interval of the same series, or nothing. */
  List<Part> of(TokenPoint point) {
    return parts.stream().filter(part -> part.isOf(point)).toList();
  }

  void add(TokenPoint point) {
    parts.add(
        new Part(
            point.series(),
            point.startNs(),
            point.kind(),
            point.sum(),
            point.count(),
            point.max()));
  }

  /** The usage that it is, once more. */
  TokenUsage tell(String account, long endNs) {
    revision++;
    Map<String, Long> tokens = new TreeMap<>();
    long reading = TokenPoint.UNKNOWN;
    long writing = TokenPoint.UNKNOWN;
    long largest = 0;
    for (Part part : parts) {
      part.kind.keys().forEach(key -> tokens.merge(key, part.kind.counted(part.sum), Long::sum));
      if (part.kind.ofCallsReading()) {
        reading = Math.max(reading, 0) + Math.max(part.count, 0);
        largest = part.max < 0 || largest < 0 ? TokenPoint.UNKNOWN : Math.max(largest, part.max);
      } else if (part.kind.ofCallsWriting()) {
        writing = Math.max(writing, 0) + Math.max(part.count, 0);
      }
    }
    return new TokenUsage(
        TokenAccount.parse(account),
        endNs,
        revision,
        Math.max(0, Math.max(reading, writing)), // a call that writes mostly reads, too
        reading < 0 ? TokenPoint.UNKNOWN : largest,
        tokens);
  }
}
