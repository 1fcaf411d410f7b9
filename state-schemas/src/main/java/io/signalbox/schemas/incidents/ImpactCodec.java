// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.Impact;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an incident costs as part of a block. */
final class ImpactCodec {
  private ImpactCodec() {}

  static void write(FlatWriter out, Impact impact) {
    FlatFields.writeList(out, impact.objectives(), FlatWriter::text);
    out.real(impact.burntShare()).count(impact.users());
    FlatFields.writeList(out, impact.money().entrySet(), ImpactCodec::writeMoney);
  }

  static Impact read(FlatReader in) {
    TreeSet<String> objectives = new TreeSet<>(FlatFields.list(in, FlatReader::text));
    double burntShare = in.real();
    long users = in.count();
    TreeMap<String, BigDecimal> money = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      money.put(in.text(), new BigDecimal(in.text()));
    }
    return new Impact(objectives, burntShare, users, money);
  }

  private static void writeMoney(FlatWriter out, Map.Entry<String, BigDecimal> money) {
    out.text(money.getKey()).text(money.getValue().toPlainString());
  }
}
