// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.CaptureFile;
import io.signalbox.schemas.signals.CapturedRequest;
import io.signalbox.schemas.signals.MalformedTelemetry;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.schemas.signals.Sought;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How far one capture has been read. */
final class CaptureCursor {
  private final String name;
  private final CaptureFile requests;
  private final RequestCutter cutter;
  private long latestMs = Long.MIN_VALUE;

  CaptureCursor(Path file, Sought sought) {
    cutter = new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS, sought);
    name = String.valueOf(file.getFileName());
    try {
      requests = CaptureFile.open(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Greatest event time read so far, {@link Long#MIN_VALUE} before the first. */
  long latestMs() {
    return latestMs;
  }

  /** Cuts the next request; closes the file and gives false when there is none left. */
  boolean read(Consumer<SignalBatch> batches) {
    try {
      CapturedRequest request = requests.next();
      if (request == null) {
        requests.close();
        return false;
      }
      cut(request, batch -> batches.accept(noted(batch)));
      return true;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private SignalBatch noted(SignalBatch batch) {
    if (BatchTimes.tellsTime(batch.kind()) || batch.kind() == BatchKind.CHANGE) {
      latestMs = Math.max(latestMs, batch.latestMs());
    }
    return batch;
  }

  private void cut(CapturedRequest request, Consumer<SignalBatch> batches) {
    Origin origin = new Origin(name, 0, request.index(), Long.MAX_VALUE);
    MalformedTelemetry fault = request.fault();
    SignalKind kind = request.kind();
    if (fault != null) {
      cutter.refuse(origin, fault, request.bytes(), batches);
    } else if (kind != null) {
      cutter.cut(kind, origin, request.bytes(), batches);
    }
  }
}
