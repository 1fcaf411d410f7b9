// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.savepoints;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Requests in the order in which they were sent, each followed by a watermark.
 *
 * @param requests in an admissible order
 * @param disorderMs disorder bound D in milliseconds
 */
record RequestSequence(List<Request> requests, long disorderMs) implements BatchSequence {

  @Override
  public Iterator<SignalBatch> open() {
    RequestCutter cutter =
        new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS, JobOptions.of().sought());
    List<SignalBatch> batches = new ArrayList<>();
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < requests.size(); i++) {
      Request request = requests.get(i);
      Origin origin = new Origin("requests", 0, i, Long.MAX_VALUE);
      int from = batches.size();
      if (request.kind().isEvent()) {
        cutter.cutJson(request.kind(), origin, request.bytes(), batches::add);
      } else {
        cutter.cut(request.kind(), origin, request.bytes(), batches::add);
      }
      for (SignalBatch batch : batches.subList(from, batches.size())) {
        latest = tellsTime(batch.kind()) ? Math.max(latest, batch.latestMs()) : latest;
      }
      if (latest != Long.MIN_VALUE) {
        batches.add(SignalBatch.progress(latest - disorderMs - 1));
      }
    }
    return batches.iterator();
  }

  private static boolean tellsTime(BatchKind kind) {
    return switch (kind) {
      case METRICS, SPANS, LOGS, TRACES -> true;
      default -> false;
    };
  }
}
