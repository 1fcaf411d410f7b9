// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Names an episode by what it is about and when it began, so that a replay names it the same. */
public final class EpisodeId {
  private EpisodeId() {}

  /** The id of an episode that began at a time, epoch milliseconds. */
  public static String of(EpisodeSubject subject, long startedAtMs) {
    String peer = subject.peer() == null ? "" : subject.peer();
    long hash =
        hash(
            subject.environment(),
            subject.service(),
            subject.kind().name(),
            subject.subject(),
            peer);
    return "ep-" + Long.toString(startedAtMs, 36) + "-" + Long.toHexString(hash);
  }

  /** One number for some texts in order. */
  static long hash(String... parts) {
    long hash = 0xcbf29ce484222325L;
    for (String part : parts) {
      hash = mix(hash, part);
    }
    return hash;
  }

  /** FNV-1a over the UTF-16 units and a separator that occurs in none of the parts. */
  private static long mix(long seed, String part) {
    long hash = seed;
    for (int i = 0; i < part.length(); i++) {
      hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
    }
    return (hash ^ 0xffff) * 0x100000001b3L;
  }
}
