// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.Blame;
import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.IncidentWindowKind;
import io.signalbox.analytics.incidents.Lifecycle;
import io.signalbox.analytics.incidents.Opinion;
import io.signalbox.analytics.incidents.RememberedIncident;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of incidents beside their evidence, as part of a block. */
final class LifecycleCodec {
  private LifecycleCodec() {}

  static void write(FlatWriter out, Lifecycle lifecycle) {
    out.count(lifecycle.refusedWindows).count(lifecycle.unmatched);
    FlatFields.writeList(out, lifecycle.windows().all().values(), LifecycleCodec::write);
    FlatFields.writeList(out, lifecycle.opinions().all().values(), LifecycleCodec::write);
    FlatFields.writeList(out, lifecycle.past().values(), LifecycleCodec::write);
    FlatFields.writeList(out, lifecycle.measures().all(), LifecycleCodec::write);
  }

  static void read(FlatReader in, Lifecycle lifecycle) {
    lifecycle.refusedWindows = in.count();
    lifecycle.unmatched = in.count();
    FlatFields.list(in, LifecycleCodec::window).forEach(lifecycle.windows()::put);
    lifecycle.opinions().putAll(FlatFields.list(in, LifecycleCodec::opinion));
    lifecycle.putPast(FlatFields.list(in, LifecycleCodec::past));
    FlatFields.list(in, LifecycleCodec::measure).forEach(lifecycle.measures()::put);
  }

  private static void write(FlatWriter out, IncidentWindow window) {
    out.text(window.id());
    FlatFields.writeOptional(out, window.effectiveAt(), FlatFields::write);
    FlatFields.write(out, window.kind());
    out.text(window.environment());
    FlatFields.writeList(out, window.services(), FlatWriter::text);
    FlatFields.writeOptional(out, window.from(), FlatFields::write);
    FlatFields.writeOptional(out, window.to(), FlatFields::write);
    out.text(window.reason()).text(window.by());
  }

  private static IncidentWindow window(FlatReader in) {
    return new IncidentWindow(
        in.text(),
        FlatFields.optional(in, FlatFields::instant),
        FlatFields.constant(in, IncidentWindowKind.class),
        in.text(),
        FlatFields.list(in, FlatReader::text),
        FlatFields.optional(in, FlatFields::instant),
        FlatFields.optional(in, FlatFields::instant),
        in.text(),
        in.text());
  }

  private static void write(FlatWriter out, Opinion opinion) {
    IncidentFeedbackCodec.write(out, opinion.said());
    out.signed(opinion.atMs());
    write(out, opinion.right());
    write(out, opinion.wrong());
  }

  private static Opinion opinion(FlatReader in) {
    return new Opinion(IncidentFeedbackCodec.read(in), in.signed(), shares(in), shares(in));
  }

  private static void write(FlatWriter out, SortedMap<String, Integer> shares) {
    FlatFields.writeList(
        out, shares.entrySet(), (to, share) -> to.text(share.getKey()).count(share.getValue()));
  }

  private static SortedMap<String, Integer> shares(FlatReader in) {
    TreeMap<String, Integer> shares = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      shares.put(in.text(), (int) in.count());
    }
    return shares;
  }

  private static void write(FlatWriter out, RememberedIncident past) {
    out.text(past.id());
    FlatFields.write(out, past.openedAt());
    FlatFields.write(out, past.updatedAt());
    FlatFields.write(out, past.startedAt());
    FlatFields.writeOptional(out, past.resolvedAt(), FlatFields::write);
    out.count(past.signs());
    FlatFields.writeList(
        out, past.blames(), (to, blame) -> write(to.text(blame.node()), blame.shares()));
  }

  private static RememberedIncident past(FlatReader in) {
    return new RememberedIncident(
        in.text(),
        FlatFields.instant(in),
        FlatFields.instant(in),
        FlatFields.instant(in),
        FlatFields.optional(in, FlatFields::instant),
        (int) in.count(),
        FlatFields.list(in, part -> new Blame(part.text(), shares(part))));
  }

  private static void write(FlatWriter out, IncidentMeasure row) {
    out.text(row.environment()).text(row.service());
    FlatFields.write(out, row.day());
    out.count(row.revision());
    FlatFields.write(out, row.updatedAt());
    out.count(row.incidents()).signed(row.timeToDetectMs()).signed(row.timeToResolveMs());
    out.count(row.signs()).count(row.judged()).count(row.actionable());
  }

  private static IncidentMeasure measure(FlatReader in) {
    return new IncidentMeasure(
        in.text(),
        in.text(),
        FlatFields.instant(in),
        (int) in.count(),
        FlatFields.instant(in),
        in.count(),
        in.signed(),
        in.signed(),
        in.count(),
        in.count(),
        in.count());
  }
}
