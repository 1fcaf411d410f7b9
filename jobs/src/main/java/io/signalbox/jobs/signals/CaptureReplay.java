// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.Sought;
import java.io.File;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Captures in event time, as if each file were a partition of a topic: the file whose event time is
 * least advanced is read next, and the stated watermark is what all files have passed, each less
 * the disorder bound.
 *
 * @param files capture files, read in this order where their times are equal
 * @param disorderMs disorder bound D in milliseconds
 * @param ends true to state at the end the last event time of all plus the bound; false when more
 *     may follow from elsewhere
 * @param sought in their requests
 */
public record CaptureReplay(List<File> files, long disorderMs, boolean ends, Sought sought)
    implements BatchSequence {

  @Override
  public Iterator<SignalBatch> open() {
    return new Merge();
  }

  private final class Merge extends SteppedBatches {
    private final List<CaptureCursor> open = new ArrayList<>();
    private long latestMs = Long.MIN_VALUE;
    private long statedMs = Long.MIN_VALUE;

    Merge() {
      for (File file : files) {
        open.add(new CaptureCursor(file.toPath(), sought));
      }
    }

    @Override
    protected boolean step(Consumer<SignalBatch> out) {
      CaptureCursor behind = leastAdvanced();
      if (behind == null) {
        if (latestMs != Long.MIN_VALUE) {
          state(ends ? latestMs + disorderMs : latestMs - disorderMs - 1, out);
        }
        return false;
      }
      if (!behind.read(out)) {
        open.remove(behind);
      }
      latestMs = Math.max(latestMs, behind.latestMs());
      CaptureCursor least = leastAdvanced();
      if (least != null && least.latestMs() != Long.MIN_VALUE) {
        state(least.latestMs() - disorderMs - 1, out);
      }
      return true;
    }

    private @Nullable CaptureCursor leastAdvanced() {
      CaptureCursor least = null;
      for (CaptureCursor cursor : open) {
        if (least == null || cursor.latestMs() < least.latestMs()) {
          least = cursor;
        }
      }
      return least;
    }

    private void state(long watermarkMs, Consumer<SignalBatch> out) {
      if (watermarkMs > statedMs) {
        statedMs = watermarkMs;
        out.accept(SignalBatch.progress(watermarkMs));
      }
    }
  }
}
