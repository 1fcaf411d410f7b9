// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.analytics.patterns.SymptomRow;
import io.signalbox.schemas.signals.SignalBatch;
import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * Captures in event time, as if each file were a partition of a topic: the file whose event time is
 * least advanced is read next, and the stated watermark is what all files have passed, each less
 * the disorder bound.
 *
 * @param files capture files, read in this order where their times are equal
 * @param disorderMs disorder bound D in milliseconds
 * @param ends true to state at the end the last event time of all plus the bound; false when more
 *     may follow from elsewhere
 * @param rows of the symptom table; a list that can be serialized
 */
public record CaptureReplay(List<File> files, long disorderMs, boolean ends, List<SymptomRow> rows)
    implements BatchSequence {

  @Override
  public Iterator<SignalBatch> open() {
    return new Merge();
  }

  private final class Merge implements Iterator<SignalBatch> {
    private final List<CaptureCursor> open = new ArrayList<>();
    private final Queue<SignalBatch> ready = new ArrayDeque<>();
    private long latestMs = Long.MIN_VALUE;
    private long statedMs = Long.MIN_VALUE;
    private boolean ended;

    Merge() {
      for (File file : files) {
        open.add(new CaptureCursor(file.toPath(), rows));
      }
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && !ended) {
        step();
      }
      return !ready.isEmpty();
    }

    @Override
    public SignalBatch next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void step() {
      CaptureCursor behind = leastAdvanced();
      if (behind == null) {
        if (latestMs != Long.MIN_VALUE) {
          state(ends ? latestMs + disorderMs : latestMs - disorderMs - 1);
        }
        ended = true;
        return;
      }
      if (!behind.read(ready::add)) {
        open.remove(behind);
      }
      latestMs = Math.max(latestMs, behind.latestMs());
      CaptureCursor least = leastAdvanced();
      if (least != null && least.latestMs() != Long.MIN_VALUE) {
        state(least.latestMs() - disorderMs - 1);
      }
    }

    private @org.jspecify.annotations.Nullable CaptureCursor leastAdvanced() {
      CaptureCursor least = null;
      for (CaptureCursor cursor : open) {
        if (least == null || cursor.latestMs() < least.latestMs()) {
          least = cursor;
        }
      }
      return least;
    }

    private void state(long watermarkMs) {
      if (watermarkMs > statedMs) {
        statedMs = watermarkMs;
        ready.add(SignalBatch.progress(watermarkMs));
      }
    }
  }
}
