// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.CatalogueEntry;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.LatestUsages;
import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.PriceUsage;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Totals;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.UsageReading;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CorrectionStyle;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.FocusRows;
import io.signalbox.schemas.finops.NetRows;
import io.signalbox.schemas.finops.UsageJson;
import io.signalbox.schemas.json.RecordJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Usages with repeats, revisions and late ones, prices that leap, and what all of it comes to. */
final class UsageWorld {
  static final long START = 1_759_276_800_000L; // 2025-10-01
  private static final long HOUR = 3_600_000L;
  private static final long LATE = 48 * HOUR;

  static final List<CatalogueEntry> CATALOGUE =
      List.of(
          new CatalogueEntry(
              "gpt",
              "openai",
              Map.of(
                  "input_cost_per_token", "0.00000125",
                  "cache_read_input_token_cost", "0.000000125",
                  "output_cost_per_token", "0.00001"),
              List.of()),
          new CatalogueEntry(
              "claude", "anthropic", Map.of("output_cost_per_token", "0.000015"), List.of()),
          new CatalogueEntry(
              "h100", "onprem", Map.of("input_cost_per_second", "0.00087"), List.of()));

  private final List<String> lines = new ArrayList<>();
  private final List<PriceTelling> tellings = new ArrayList<>();

  UsageWorld(int usages, long seed) {
    Random random = new Random(seed);
    List<long[]> arrivals = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (int id = 0; id < usages; id++) {
      long at = START + (long) id * 4 * 24 * HOUR / usages;
      deliver(random, id, at, told, arrivals);
    }
    arrivals.sort(Comparator.comparingLong(one -> one[0]));
    arrivals.forEach(one -> lines.add(told.get((int) one[1])));
    prices();
  }

  private static void deliver(
      Random random, int id, long at, List<String> told, List<long[]> arrivals) {
    long arrival = at + (random.nextInt(20) == 0 ? random.nextInt((int) LATE) : 0);
    int out = random.nextInt(4000);
    arrivals.add(new long[] {arrival, told.size()});
    told.add(line(random, id, at, out, 1));
    if (random.nextInt(10) == 0) {
      arrivals.add(new long[] {arrival + random.nextInt((int) LATE), told.size() - 1});
    }
    if (random.nextInt(20) == 0) {
      arrivals.add(new long[] {arrival + random.nextInt((int) LATE), told.size()});
      told.add(line(random, id, at, out + 1, 2));
    }
  }

  private static String line(Random random, int id, long at, int out, int revision) {
    if (id % 60 == 59) {
      return machine(id, at, out, revision);
    }
    String model = List.of("gpt", "claude", "unheard-of").get(id % 40 == 39 ? 2 : id % 2);
    return """
        {"timestamp":"%s","tenant":%s,"team":"team-%d","gen_ai.request.model":"%s",\
        "gen_ai.response.id":"r%d","revision":%d,"gen_ai.usage.input_tokens":2000,\
        "gen_ai.usage.cache_read.input_tokens":%d,"gen_ai.usage.output_tokens":%d%s}"""
        .formatted(
            Instant.ofEpochMilli(at),
            id % 7 == 0 ? "null" : "\"tenant-" + id % 5 + "\"",
            id % 3,
            model,
            id,
            revision,
            id % 2000,
            out,
            id % 50 == 49
                ? ",\"cost\":\"0.0123\""
                : random.nextInt(100) == 0 ? ",\"region\":\"eu\"" : "");
  }

  /** A machine that is held for a tenant, for nobody, or for nobody as OpenCost says it. */
  private static String machine(int id, long at, int seconds, int revision) {
    return """
        {"timestamp":"%s","tenant":%s,"resource":"h100","quantity":1,"seconds":%d,\
        "gen_ai.response.id":"r%d","revision":%d}"""
        .formatted(
            Instant.ofEpochMilli(at),
            List.of("\"tenant-1\"", "null", "\"__idle__\"").get(id / 60 % 3),
            seconds,
            id,
            revision);
  }

  private void prices() {
    tell(0, "claude", "input_cost_per_token", "0.000003");
    tell(20, "claude", "input_cost_per_token", "0.00003");
    tell(60, "claude", "input_cost_per_token", "0.0000033");
    tell(30, "gpt", "output_cost_per_token", "0.000012");
    tell(70, "gpt", "output_cost_per_token", "0.0001");
    long at = START + 80 * HOUR;
    PriceEvent.Judgement yes = new PriceEvent.Judgement(true, START + 70 * HOUR);
    tellings.add(
        new PriceTelling(0, new PriceEvent(at, "gpt", "output_cost_per_token", null, null, yes)));
    tellings.sort(PriceTelling.ORDER);
  }

  private void tell(int hour, String model, String field, String price) {
    PriceEvent event =
        new PriceEvent(START + hour * HOUR, model, field, null, new BigDecimal(price), null);
    tellings.add(new PriceTelling(tellings.size(), event));
  }

  /** The catalogue as a file. */
  static String catalogueJson() {
    Map<String, Map<String, String>> models = new TreeMap<>();
    CATALOGUE.forEach(
        entry -> {
          Map<String, String> model = new TreeMap<>(entry.prices());
          model.put("litellm_provider", "" + entry.provider());
          models.put(entry.model(), model);
        });
    return new String(RecordJson.write(models), UTF_8);
  }

  /** The usages in another order of arrival. */
  List<String> shuffled(long seed) {
    List<String> all = new ArrayList<>(lines);
    Collections.shuffle(all, new Random(seed));
    return all;
  }

  List<String> lines() {
    return lines;
  }

  List<PriceTelling> tellings() {
    return tellings;
  }

  /** The catalogue and all that is told of prices. */
  PriceBook book() {
    PriceBook.Writer book = new PriceBook.Writer();
    CATALOGUE.forEach(book::add);
    tellings.forEach(one -> book.add(one.event()));
    return book.book();
  }

  /** What the command for files makes of it, in memory. */
  Expected expected() {
    PriceUsage pricing = new PriceUsage(book());
    UsageJson json = new UsageJson(new UsageReading(new ExchangeRates()));
    LatestUsages latest = new LatestUsages();
    lines.forEach(line -> latest.add(Objects.requireNonNull(json.read(line, 1).usage())));
    Totals totals = new Totals();
    NetRows net = new NetRows();
    NetRows deltas = new NetRows();
    FocusRows rows = rows(CorrectionStyle.LEDGER);
    FocusRows differences = rows(CorrectionStyle.DELTA);
    List<String> refused = new ArrayList<>();
    List<Charge> charges = new ArrayList<>();
    for (Usage usage : latest.all()) {
      try {
        Charge charge = pricing.price(usage);
        totals.add(charge);
        charges.add(charge);
        rows.tell(charge, row -> net.add(ChargeRow.of(usage.id(), usage.atMs(), row)));
        differences.tell(charge, row -> deltas.add(ChargeRow.of(usage.id(), usage.atMs(), row)));
      } catch (Refusal why) {
        refused.add(usage.id() + " " + why.reason());
      }
    }
    Collections.sort(refused);
    return new Expected(totals, net.lines(), deltas.lines(), refused, charges);
  }

  /** Makes rows as the job does, corrected in a style. */
  static FocusRows rows(CorrectionStyle style) {
    return new FocusRows(new FocusBill(new BillingAccount("signalbox", "signalbox"), style, false));
  }

  record Expected(
      Totals totals,
      List<String> net,
      List<String> deltas,
      List<String> refused,
      List<Charge> charges) {}
}
