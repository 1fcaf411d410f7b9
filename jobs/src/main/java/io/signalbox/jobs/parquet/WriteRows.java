// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.parquet;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** A row of a Parquet file for each item, without Hadoop. */
abstract class WriteRows<T> extends WriteSupport<T> {
  private @Nullable RecordConsumer consumer;

  /** Writes the fields of a row. */
  abstract void fields(T item, RecordConsumer out);

  @Override
  @SuppressWarnings("deprecation") // asked for by the class, called by no one
  public final WriteContext init(Configuration configuration) {
    throw new UnsupportedOperationException("there is no Hadoop here");
  }

  @Override
  public final void prepareForWrite(RecordConsumer columns) {
    this.consumer = columns;
  }

  @Override
  public final void write(T item) {
    RecordConsumer out = consumer;
    if (out == null) {
      throw new IllegalStateException("not prepared");
    }
    out.startMessage();
    fields(item, out);
    out.endMessage();
  }
}
