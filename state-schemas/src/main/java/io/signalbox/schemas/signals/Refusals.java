// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.analytics.signals.ServiceIdentity;
import io.signalbox.schemas.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The dead letters of one request. */
final class Refusals {
  private final List<SignalBatch> letters = new ArrayList<>();
  private String reason = "";
  private String detail = "";
  private long timeUnixNano;
  private Origin origin = new Origin("", 0, 0, Long.MAX_VALUE);

  void startOf(Origin request) {
    origin = request;
    letters.clear();
  }

  /**
   * Whether an item may be used; if not, {@link #item} is to be called.
   *
   * @param refusal what the contract says of it, null when it holds
   */
  boolean accepts(
      ServiceIdentity identity,
      TelemetryContract.@Nullable Refusal refusal,
      long unixNano,
      String what,
      Text name) {
    timeUnixNano = unixNano;
    if (!identity.known()) {
      reason = DeadLetterReason.NO_IDENTITY;
      detail = what + " " + name;
    } else if (refusal != null) {
      reason = refusal.reason();
      detail = what + " " + name + ": " + refusal.detail();
    } else if (!origin.allows(unixNano)) {
      reason = DeadLetterReason.IMPOSSIBLE_TIME;
      detail = what + " " + name + ": more than an hour ahead of its record";
    } else {
      return true;
    }
    return false;
  }

  /** Refuses the item that was not accepted, out of an otherwise good request. */
  void item(ServiceIdentity identity, ItemView item) {
    boolean timed = origin.allows(timeUnixNano);
    long atMs = timed ? EventTime.toMs(timeUnixNano) : Long.MIN_VALUE;
    letters.add(letter(reason, detail, identity, atMs, item.copyBytes()));
  }

  /** Refuses the whole request, and with it what was said of its items. */
  void whole(String wholeReason, String wholeDetail, byte[] request) {
    letters.clear();
    letters.add(letter(wholeReason, wholeDetail, ServiceIdentity.NONE, Long.MIN_VALUE, request));
  }

  void flush(Consumer<SignalBatch> batches) {
    letters.forEach(batches);
  }

  private SignalBatch letter(
      String why, String exactly, ServiceIdentity identity, long atMs, byte[] bytes) {
    DeadLetter letter =
        new DeadLetter(
            why,
            exactly,
            origin.topic(),
            origin.partition(),
            origin.offset(),
            identity.known() ? identity.service() : null,
            bytes);
    return new SignalBatch(
        BatchKind.DEAD_LETTER,
        identity.environment(),
        identity.service(),
        "",
        atMs == Long.MIN_VALUE ? 0 : SignalBatch.tickOf(atMs),
        atMs,
        1,
        RecordJson.write(letter));
  }
}
