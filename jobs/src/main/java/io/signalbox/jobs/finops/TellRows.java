// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.FocusRows;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Makes rows of FOCUS of postings, just before they leave: a row is many times as large. */
final class TellRows extends ProcessFunction<Posting, ChargeRow> {
  private static final long serialVersionUID = 1;
  private final FocusBill bill;
  private transient FocusRows rows;

  /** Rows of such a bill. */
  TellRows(FocusBill bill) {
    this.bill = bill;
  }

  @Override
  public void open(OpenContext context) {
    rows = new FocusRows(bill);
  }

  @Override
  public void processElement(Posting posting, Context context, Collector<ChargeRow> out) {
    String id = posting.charge().usage().id();
    rows.tell(posting, row -> out.collect(ChargeRow.of(id, posting.toldMs(), row)));
  }
}
