// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CatalogueEntry;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.CostView;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.Reported;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LedgerCodecsTest {
  private static final Owner OWNER = new Owner("acme", null, "chat", "agent-é", "eu", null);

  /** With every meter, so that the bytes pin the place of each. */
  private static Usage usage() {
    return usage(Reported.usd(new BigDecimal("0.000000000000000000000012345678901234567890")));
  }

  private static Usage usage(Reported reported) {
    Map<Meter, BigDecimal> all = new EnumMap<>(Meter.class);
    for (Meter meter : Meter.values()) {
      all.put(meter, new BigDecimal("1.5").add(BigDecimal.valueOf(meter.ordinal())));
    }
    return new Usage(
        77,
        "resp-1",
        3,
        1_760_000_000_123L,
        OWNER,
        "openai",
        "gpt-x",
        ServiceTier.BATCH,
        123_456,
        all,
        reported,
        false);
  }

  private static Posting posting() {
    Charge.Part part =
        new Charge.Part(
            Meter.OUT_TEXT,
            BigDecimal.TEN,
            "output_cost_per_token",
            new BigDecimal("0.000003"),
            new BigDecimal("0.0000033"),
            new BigDecimal("0.000033"),
            1_760_000_009_000L);
    return new Posting(
        1_760_000_001_999L,
        new Charge(usage(), "openai", List.of(part), new BigDecimal("-0.5")),
        -1,
        1);
  }

  private static CostDelta delta() {
    CostSum sum = new CostSum();
    sum.add(posting());
    return new CostDelta(5, new CostCells.Key(CostView.TEAM, "acme", "UNALLOCATED", 20_371), sum);
  }

  @Test
  void theBytesOfUsagesStayAsTheyWere() throws IOException {
    UsageBatch batch = new UsageLines(new ExchangeRates()).batch(usage(), "usage-events/0");
    byte[] stored = Golden.expect("usage-batch-v1", UsageBatchSerializer.INSTANCE.write(batch));
    List<Usage> read = new ArrayList<>();
    UsageBatchSerializer.INSTANCE
        .read(stored)
        .forEach(one -> read.add(one.usage(one.key(), UsageCodec.knowing())));
    assertEquals(List.of(usage()), read);
  }

  @Test
  void whatWasReportedInAnotherCurrencyIsRememberedAsItWasTold() throws IOException {
    Usage usage = usage(new Reported(new BigDecimal("0.4320"), new BigDecimal("0.40"), "EUR"));
    UsageBatch batch = new UsageLines(new ExchangeRates()).batch(usage, "usage-events/0");
    byte[] stored =
        Golden.expect("usage-batch-v1-currency", UsageBatchSerializer.INSTANCE.write(batch));
    List<Usage> read = new ArrayList<>();
    UsageBatchSerializer.INSTANCE
        .read(stored)
        .forEach(one -> read.add(one.usage(one.key(), UsageCodec.knowing())));
    assertEquals(List.of(usage), read);
    assertFalse(stored(usage).repeats(stored(usage())));
  }

  @Test
  void theBytesOfUsagesOfSeveralCallsStayAsTheyWere() throws IOException {
    Usage one = usage();
    Usage several =
        new Usage(
            one.line(),
            one.id(),
            one.revision(),
            one.atMs(),
            one.owner(),
            one.provider(),
            one.model(),
            one.tier(),
            one.inputTokens(),
            one.quantities(),
            one.reported(),
            false,
            300,
            2_000);
    LedgerWriter out = new LedgerWriter();
    UsageCodec.plain().write(several, out);
    byte[] stored = Golden.expect("usage-v2", out.toBytes());
    for (UsageCodec codec : List.of(UsageCodec.plain(), UsageCodec.knowing())) {
      assertEquals(several, codec.read(new LedgerReader(stored, 0), one.id(), one.line()));
    }
    Posting posting = new Posting(1, new Charge(several, "p", List.of(), BigDecimal.ONE), 1, 1);
    byte[] posted = PostingSerializer.INSTANCE.write(posting);
    assertEquals(posting, PostingSerializer.INSTANCE.read(posted));
  }

  @Test
  void theBytesOfPostingsStayAsTheyWere() throws IOException {
    byte[] stored = Golden.expect("posting-v1", PostingSerializer.INSTANCE.write(posting()));
    assertEquals(posting(), PostingSerializer.INSTANCE.read(stored));
  }

  @Test
  void postingsOfARevisionRememberTheOtherCharge() throws IOException {
    Charge other = new Charge(usage(), "openai", List.of(), BigDecimal.ONE);
    Posting plain = posting();
    Posting revised =
        new Posting(plain.toldMs(), plain.charge(), plain.known(), plain.corrected(), other);
    byte[] stored = Golden.expect("posting-v2", PostingSerializer.INSTANCE.write(revised));
    assertEquals(revised, PostingSerializer.INSTANCE.read(stored));
  }

  @Test
  void theBytesOfSumsStayAsTheyWere() throws IOException {
    byte[] stored = Golden.expect("cost-delta-v2", CostDeltaSerializer.INSTANCE.write(delta()));
    CostDelta read = CostDeltaSerializer.INSTANCE.read(stored);
    assertArrayEquals(stored, CostDeltaSerializer.INSTANCE.write(read));
    assertEquals(delta().key(), read.key());
    RunningTotal total = RunningTotal.of(null);
    total.add(read);
    CostTotal told = total.tell(9);
    byte[] kept = Golden.expect("running-total-v2", total.toBytes());
    CostTotal next = RunningTotal.of(kept).tell(9);
    assertEquals(told.revision() + 1, next.revision());
    assertEquals(told.asCorrected(), next.asCorrected());
    assertEquals("0.0003", next.inDoubt());
    assertEquals(told.quantities(), next.quantities());
  }

  @Test
  void sumsThatWereWrittenBeforeDoubtsWereAreRead() throws IOException {
    CostDelta read = CostDeltaSerializer.INSTANCE.read(Golden.read("cost-delta-v1"));
    assertEquals(delta().key(), read.key());
    assertEquals(delta().sum().asCorrected(), read.sum().asCorrected());
    assertEquals(0, read.sum().inDoubt().signum());
    RunningTotal total = RunningTotal.of(Golden.read("running-total-v1"));
    total.add(delta());
    CostTotal told = total.tell(9);
    assertEquals("0.0003", told.inDoubt());
    assertEquals(-2, told.charges());
  }

  @Test
  void theBytesOfPricesStayAsTheyWere() throws IOException {
    List<PriceTelling> told =
        List.of(
            new PriceTelling(
                0, new PriceEvent(1, "m", "f", BigDecimal.ONE, new BigDecimal("3E-6"), null)),
            new PriceTelling(4, new PriceEvent(2, "m", "f", null, null, null)),
            new PriceTelling(
                5, new PriceEvent(3, "m", "f", null, null, new PriceEvent.Judgement(true, 1L))),
            new PriceTelling(
                6, new PriceEvent(3, "m", "f", null, null, new PriceEvent.Judgement(false, null))));
    byte[] stored = Golden.expect("price-tellings-v1", PriceTellingsCodec.write(told));
    assertEquals(told, PriceTellingsCodec.read(stored));
    List<CatalogueEntry> catalogue =
        List.of(
            new CatalogueEntry(
                "m",
                null,
                Map.of("input_cost_per_token", "3e-06"),
                List.of(new CatalogueEntry.Range(0, 128_000, Map.of("a", "1")))));
    byte[] list = Golden.expect("price-catalogue-v1", CatalogueCodec.write(catalogue));
    assertEquals(catalogue, CatalogueCodec.read(list));
    ShardClock clock = ShardClock.of(null);
    clock.begin(1_760_000_000_000L);
    byte[] time = Golden.expect("charge-shard-v1", clock.toBytes());
    assertEquals(1_760_054_400_000L, ShardClock.of(time).sweepMs());
  }

  @Test
  void aUsageIsKnownAgainWhereverItStood() {
    Usage first = usage();
    Usage again =
        new Usage(
            999,
            first.id(),
            first.revision(),
            first.atMs(),
            first.owner(),
            first.provider(),
            first.model(),
            first.tier(),
            first.inputTokens(),
            first.quantities(),
            first.reported(),
            first.compute());
    StoredUsage one = stored(first);
    assertTrue(one.repeats(stored(again)));
    assertEquals(first.atMs(), one.atMs());
    assertEquals(first.model(), one.model());
    Usage other =
        new Usage(
            77,
            first.id(),
            4,
            first.atMs(),
            first.owner(),
            first.provider(),
            first.model(),
            first.tier(),
            first.inputTokens(),
            first.quantities(),
            first.reported(),
            first.compute());
    assertFalse(one.repeats(stored(other)));
  }

  private static StoredUsage stored(Usage usage) {
    List<StoredUsage> all = new ArrayList<>();
    new UsageLines(new ExchangeRates()).batch(usage, "").forEach(all::add);
    return all.get(0);
  }

  @Property
  void everyDecimalComesBackAsItWas(@ForAll BigInteger digits, @ForAll short scale) {
    BigDecimal value = new BigDecimal(digits, scale);
    byte[] bytes = new LedgerWriter().decimal(value).toBytes();
    assertEquals(value, new LedgerReader(bytes, 0).decimal());
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] later = {9};
    assertThrows(IllegalArgumentException.class, () -> UsageBatchSerializer.INSTANCE.read(later));
    assertThrows(IllegalArgumentException.class, () -> RunningTotal.of(later));
    assertThrows(IllegalArgumentException.class, () -> ShardClock.of(new byte[0]));
  }
}
