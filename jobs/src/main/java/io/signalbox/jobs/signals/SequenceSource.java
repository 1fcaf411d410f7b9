// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceEnumerator;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReader;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * A source of one {@link BatchSequence}, for files on an embedded Flink. It remembers its position
 * in checkpoints. Use it at parallelism 1.
 */
public final class SequenceSource
    implements Source<SignalBatch, SequenceSource.Split, Collection<SequenceSource.Split>> {
  private static final long serialVersionUID = 1;
  private final BatchSequence sequence;
  private final boolean stays;

  /** A source that ends with its sequence. */
  public SequenceSource(BatchSequence sequence) {
    this(sequence, false);
  }

  private SequenceSource(BatchSequence sequence, boolean stays) {
    this.sequence = sequence;
    this.stays = stays;
  }

  /**
   * A source that falls silent after its sequence instead of ending, so that its job can be stopped
   * with a savepoint as if more were to come.
   */
  public static SequenceSource staying(BatchSequence sequence) {
    return new SequenceSource(sequence, true);
  }

  @Override
  public Boundedness getBoundedness() {
    return stays ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<SignalBatch, Split> createReader(SourceReaderContext context) {
    return new IteratorSourceReader<>(context);
  }

  @Override
  public SplitEnumerator<Split, Collection<Split>> createEnumerator(
      SplitEnumeratorContext<Split> context) {
    return enumerator(context, List.of(new Split(sequence, 0)));
  }

  @Override
  public SplitEnumerator<Split, Collection<Split>> restoreEnumerator(
      SplitEnumeratorContext<Split> context, Collection<Split> rest) {
    return enumerator(context, rest);
  }

  private SplitEnumerator<Split, Collection<Split>> enumerator(
      SplitEnumeratorContext<Split> context, Collection<Split> rest) {
    return stays ? new Staying(context, rest) : new IteratorSourceEnumerator<>(context, rest);
  }

  @Override
  public SimpleVersionedSerializer<Split> getSplitSerializer() {
    return new JavaBytes<>();
  }

  @Override
  public SimpleVersionedSerializer<Collection<Split>> getEnumeratorCheckpointSerializer() {
    return new JavaBytes<>();
  }

  /** Never says that there will be no more. */
  private static final class Staying extends IteratorSourceEnumerator<Split> {
    private int left;

    Staying(SplitEnumeratorContext<Split> context, Collection<Split> rest) {
      super(context, rest);
      left = rest.size();
    }

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {
      if (left > 0) {
        left--;
        super.handleSplitRequest(subtask, host);
      }
    }

    @Override
    public void addSplitsBack(List<Split> splits, int subtask) {
      left += splits.size();
      super.addSplitsBack(splits, subtask);
    }
  }

  /** The rest of the sequence from a position. */
  static final class Split
      implements IteratorSourceSplit<SignalBatch, Cursor>, java.io.Serializable {
    private static final long serialVersionUID = 1;
    private final BatchSequence sequence;
    private final long position;

    Split(BatchSequence sequence, long position) {
      this.sequence = sequence;
      this.position = position;
    }

    @Override
    public String splitId() {
      return "sequence";
    }

    @Override
    public Cursor getIterator() {
      Cursor cursor = new Cursor(sequence.open());
      while (cursor.position < position) {
        cursor.next();
      }
      return cursor;
    }

    @Override
    public Split getUpdatedSplitForIterator(Cursor cursor) {
      return new Split(sequence, cursor.position);
    }
  }

  /** An iterator that counts. */
  static final class Cursor implements Iterator<SignalBatch> {
    private final Iterator<SignalBatch> rest;
    private long position;

    Cursor(Iterator<SignalBatch> rest) {
      this.rest = rest;
    }

    @Override
    public boolean hasNext() {
      return rest.hasNext();
    }

    @Override
    public SignalBatch next() {
      position++;
      return rest.next();
    }
  }

  /** Splits never leave the process that made them, so Java's own serialization will do. */
  private static final class JavaBytes<T> implements SimpleVersionedSerializer<T> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(T value) throws IOException {
      return InstantiationUtil.serializeObject(value);
    }

    @Override
    public T deserialize(int version, byte[] bytes) throws IOException {
      try {
        return InstantiationUtil.deserializeObject(
            bytes, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException missing) {
        throw new IOException(missing);
      }
    }
  }
}
