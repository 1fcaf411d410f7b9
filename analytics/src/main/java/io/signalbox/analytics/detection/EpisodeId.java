// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Names an episode by what it is about and when it began, so that a replay names it the same. */
final class EpisodeId {
  private EpisodeId() {}

  static String of(EpisodeSubject subject, long startedAtMs) {
    long hash = 0xcbf29ce484222325L;
    hash = mix(hash, subject.environment());
    hash = mix(hash, subject.service());
    hash = mix(hash, subject.kind().name());
    hash = mix(hash, subject.subject());
    hash = mix(hash, subject.peer() == null ? "" : subject.peer());
    return "ep-" + Long.toString(startedAtMs, 36) + "-" + Long.toHexString(hash);
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
