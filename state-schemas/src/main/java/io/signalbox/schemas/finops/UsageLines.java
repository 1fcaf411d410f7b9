// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.SpanUsage;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.UsageDraft;
import io.signalbox.analytics.finops.UsageReading;
import io.signalbox.analytics.finops.tokens.TokenAccount;
import io.signalbox.analytics.finops.tokens.TokenPoint;
import io.signalbox.analytics.finops.tokens.TokenRefusal;
import io.signalbox.analytics.finops.tokens.TokenUsage;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.Hash64;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads usages, wherever they come from, into batches of one; what is none becomes a refusal. */
public final class UsageLines {
  private static final long DAY_MS = 86_400_000L;
  private static final int MOST_SAID = 10_000;
  private final UsageReading reading;
  private final UsageJson json;
  private final UsageCodec codec = UsageCodec.knowing();
  private final LedgerWriter stored = new LedgerWriter();
  private final LedgerWriter room = new LedgerWriter();

  /** Reads with those rates of exchange for what providers report. */
  public UsageLines(ExchangeRates rates) {
    reading = new UsageReading(rates);
    json = new UsageJson(reading);
  }

  /**
   * Reads a usage event.
   *
   * @param source where it was read from, with its partition if it has one
   * @param line its offset or line there
   * @param text JSON
   * @param writtenMs when it was written, or {@link Long#MAX_VALUE} where nobody knows; a usage
   *     that claims to be more than a day after that is refused, since one such clock would make
   *     all others late
   */
  public UsageBatch read(String source, long line, byte[] text, long writtenMs) {
    UsageJson.Line read = json.read(text, line);
    Usage usage = read.usage();
    if (usage == null) {
      Refusal why = read.refusal();
      return refused(
          read.id(), why == null ? new Refusal("no usage") : why, source, line, text(text));
    }
    if (writtenMs != Long.MAX_VALUE && usage.atMs() - DAY_MS > writtenMs) {
      String when = Instant.ofEpochMilli(writtenMs).toString();
      Refusal ahead = new Refusal("timestamp is a day ahead of when it was written, " + when);
      return refused(read.id(), ahead, source, line, text(text));
    }
    return batch(usage, source);
  }

  /**
   * A batch of one usage.
   *
   * @param source what tells apart usages that have nothing else to: where it was read from
   */
  UsageBatch batch(Usage usage, String source) {
    String identity = usage.identity();
    String key = identity == null ? source + "#" + usage.line() : identity;
    stored.clear().put(usage.id() == null ? 0 : 1).signed(usage.line());
    codec.write(usage, stored);
    return UsageBatch.of(usage, key, stored, room);
  }

  /** Reads a span, or an evaluation; null where it tells of no usage. */
  public @Nullable UsageBatch read(GenAiEvent event) {
    UsageDraft draft = new UsageDraft();
    try {
      return SpanUsage.fill(draft, event) ? batch(reading.read(draft, 0), "") : null;
    } catch (Refusal why) {
      return refused(draft.id(), why, source(event), 0, text(RecordJson.write(event)));
    }
  }

  /** Reads a usage that metrics tell; the time and whose it is are its id. */
  public UsageBatch read(TokenUsage told) {
    UsageDraft draft = new UsageDraft();
    byte[] account = told.account().text().getBytes(StandardCharsets.UTF_8);
    long hash = Hash64.of(account, 0, account.length);
    String id = String.format("tokens/%016x/%d", hash, told.endNs());
    try {
      draft.text(UsageDraft.place("gen_ai.response.id"), id);
      told.fill(draft);
      return batch(reading.read(draft, 0), "");
    } catch (Refusal why) {
      return refused(id, why, source(told.account()), 0, text(RecordJson.write(told)));
    }
  }

  /** Says of a data point why it is not charged, or not all of it. */
  public static UsageBatch refused(TokenRefusal one) {
    TokenPoint point = one.point();
    return UsageBatch.of(
        new RefusedUsage(
            null,
            Instant.ofEpochMilli(point.endMs()),
            one.reason(),
            false,
            false,
            source(TokenAccount.parse(point.account())),
            0,
            text(RecordJson.write(point))));
  }

  /** Says of an event that it cannot be understood. */
  public static UsageBatch refused(GenAiEvent event, Refusal why) {
    return refused(null, why, source(event), 0, text(RecordJson.write(event)));
  }

  private static String source(TokenAccount account) {
    return account.environment() + "/" + account.service();
  }

  private static String source(GenAiEvent event) {
    return event.environment() + "/" + event.service();
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  private static UsageBatch refused(
      @Nullable String id, Refusal why, String source, long line, String text) {
    String said = text.length() > MOST_SAID ? text.substring(0, MOST_SAID) : text;
    return UsageBatch.of(
        new RefusedUsage(id, null, why.reason(), why.quarantined(), false, source, line, said));
  }
}
